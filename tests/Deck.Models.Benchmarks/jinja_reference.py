"""Times Python's Jinja2 on the benchmark templates and prints the figures as JSON.

usage: jinja_reference.py FOLDER

For each template: the size, the text it renders to, and the processor seconds of the fastest of several rounds for parsing to a tree,
for parsing with compiling and a first render (what an environment without a cache does), and for a later render of the same template.
For each line of expressions.txt: the seconds of one render of `{{ … }}`. The context is the one of ReferenceScope.cs.
"""

import json
import pathlib
import sys
import time

from jinja2.sandbox import SandboxedEnvironment


class Adapter:
    def quote(self, name):
        return '"' + name + '"'


def context():
    return {
        "ref": lambda *parts, **options: '"warehouse"."analytics"."' + parts[-1] + '"',
        "source": lambda source, table: '"warehouse"."' + source + '"."' + table + '"',
        "config": lambda *positional, **named: "",
        "var": lambda name, default=None: default,
        "is_incremental": lambda: True,
        "this": '"warehouse"."analytics"."this_model"',
        "target": {"name": "dev", "schema": "analytics"},
        "adapter": Adapter(),
        "execute": True,
        "name": "orders",
        "n": 12,
        "items": ["orders", "customers", "payments"],
    }


def seconds(work, least=0.02, rounds=9):
    """Processor seconds of one call: the fastest round of several, each of which repeats the call for some time."""
    work()
    count, fastest = 1, None
    while True:
        start = time.process_time()
        for _ in range(count):
            work()
        spent = time.process_time() - start
        if spent >= least:
            break
        count *= 2
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(count):
            work()
        spent = (time.process_time() - start) / count
        fastest = spent if fastest is None else min(fastest, spent)
    return fastest


def measure(folder):
    environment = SandboxedEnvironment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], cache_size=0)
    names = context()
    result = {"templates": {}, "expressions": {}}
    for path in sorted(folder.glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        compiled = environment.from_string(text)
        result["templates"][path.stem] = {
            "bytes": len(text.encode("utf-8")),
            "output": compiled.render(names),
            "parse": seconds(lambda: environment.parse(text)),
            "first": seconds(lambda: environment.from_string(text).render(names), rounds=5),
            "render": seconds(lambda: compiled.render(names)),
        }
    for line in (folder / "expressions.txt").read_text(encoding="utf-8").splitlines():
        compiled = environment.from_string("{{ " + line + " }}")
        result["expressions"][line] = {"output": compiled.render(names), "render": seconds(lambda: compiled.render(names), least=0.005, rounds=5)}
    return result


if __name__ == "__main__":
    json.dump(measure(pathlib.Path(sys.argv[1])), sys.stdout)
