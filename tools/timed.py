"""`python -m tools.timed COMMAND …`: run commands until one fails, and print how long all took: on
the clock and of the processor.
"""

import os
import resource
import subprocess
import sys
import time


def main(commands: list[str]) -> int:
    """Run the commands by a shell; the exit status is that of the first that fails."""
    began, status = time.monotonic(), 0
    for command in commands:
        print(f"$ {command}", flush=True)
        if status := subprocess.run(command, shell=True, check=False).returncode:
            break
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    passed = time.monotonic() - began
    print(f"{passed:.0f} s, {processor:.0f} s of the processor ({os.cpu_count()} cores)")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
