"""Run the command line with ``python -m cableview``."""

from cableview.cli import main

if __name__ == "__main__":
    main()
