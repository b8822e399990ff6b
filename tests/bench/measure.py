"""Runs one command and tells what it cost, as JSON: the command, its folder and the file for what it says are given as
JSON too. This is a program of its own, and a small one, because a child's peak memory begins with that of the process
that started it."""

import json
import os
import sys
import time


def measure(command, folder, log):
    os.chdir(folder)
    with open(log, "wb") as out:
        begun = time.perf_counter()
        files = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)]
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=files)
        _, status, used = os.wait4(child, 0)
        wall = time.perf_counter() - begun
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss * 1024, "status": status}


if __name__ == "__main__":
    print(json.dumps(measure(*json.loads(sys.argv[1]))))
