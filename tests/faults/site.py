from tests.faults import Fault

FAULTS: list[Fault] = []
