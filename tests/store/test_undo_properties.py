from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from cableview.model.marks import Decision, Flag
from cableview.store import open_marks

IDS = st.sampled_from(["08BEIJING1", "08BEIJING2", "07STATE3"])
FLAGS = st.sampled_from(["f1", "f2", "f3"])
State = tuple[dict[str, Decision], dict[str, tuple[str, tuple[int, ...]]]]


class UndoMachine(RuleBasedStateMachine):
    """Marks against two plain dictionaries and a list of their earlier values."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "marks.db"
        self.marks = open_marks(self.path)
        self.now: State = ({}, {})
        self.before: list[State] = []
        self.after: list[State] = []

    def _becomes(self, state: State) -> None:
        if state != self.now:
            self.before.append(self.now)
            self.after.clear()
            self.now = state

    @rule(ids=st.lists(IDS, max_size=3), decision=st.none() | st.sampled_from(Decision))
    def decide(self, ids: list[str], decision: Decision | None) -> None:
        decided = dict(self.now[0])
        for one in ids:
            if decision is None:
                decided.pop(one, None)
            else:
                decided[one] = decision
        self.marks.decide(ids, decision)
        self._becomes((decided, self.now[1]))

    @rule(flag=FLAGS, cable=IDS)
    def flag(self, flag: str, cable: str) -> None:
        if flag not in self.now[1]:
            self.marks.flag(Flag(flag, cable, 1, "0" * 16, "quote", "", ""))
            self._becomes((self.now[0], {**self.now[1], flag: ("", ())}))

    @rule(flags=st.lists(FLAGS, max_size=2))
    def unflag(self, flags: list[str]) -> None:
        self.marks.unflag(*flags)
        kept = {flag: value for flag, value in self.now[1].items() if flag not in flags}
        self._becomes((self.now[0], kept))

    @rule(flag=FLAGS, note=st.sampled_from(["", "why", "¶"]))
    def note(self, flag: str, note: str) -> None:
        if flag in self.now[1]:
            self.marks.set_note(flag, note)
            self._becomes((self.now[0], {**self.now[1], flag: (note, self.now[1][flag][1])}))

    @rule(flag=FLAGS, codes=st.sets(st.integers(1, 9), max_size=2))
    def codes(self, flag: str, codes: set[int]) -> None:
        if flag in self.now[1]:
            self.marks.set_codes(flag, codes)
            value = (self.now[1][flag][0], tuple(sorted(codes)))
            self._becomes((self.now[0], {**self.now[1], flag: value}))

    @rule()
    def undo(self) -> None:
        assert (self.marks.undo() is not None) == bool(self.before)
        if self.before:
            self.after.append(self.now)
            self.now = self.before.pop()

    @rule()
    def redo(self) -> None:
        assert (self.marks.redo() is not None) == bool(self.after)
        if self.after:
            self.before.append(self.now)
            self.now = self.after.pop()

    @rule()
    def start_again(self) -> None:
        self.marks.close()
        self.marks = open_marks(self.path)

    @invariant()
    def holds_what_was_said(self) -> None:
        flags = {flag.id: (flag.note, flag.codes) for flag in self.marks.flags()}
        assert (self.marks.decisions(), flags) == self.now

    def teardown(self) -> None:
        assert self.marks.check() == ()
        self.marks.close()
        self.folder.cleanup()


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
