#!/usr/bin/env python3
"""Times a built `entente` and prints one Markdown table. docs/speed.md says how to read it.

What a row compares is run in turn within one loop, so that a busy machine slows both alike: trust the ratios
more than the times. Each figure is a median over so many processes as the column Runs says.
"""
import argparse, collections, os, pathlib, shutil, statistics, sys, tempfile, time

import articles, peers

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared/corpora/statements-2021-2022.ndjson.gz"
SAMPLE = 400  # articles of the corpus that are read often; all of them only a few times
SIZES = [10**3, 10**4, 10**5, 10**6, 10**7]
STANDARD = 10**5  # the size that others are compared with: large against the start, small against a book
Sample = collections.namedtuple("Sample", "wall cpu")


def process(*command, at_once=1):
    """A task that runs a command, its output thrown away, and gives its wall and CPU seconds."""
    command = [str(word) for word in command]
    silent = [(os.POSIX_SPAWN_OPEN, file, os.devnull, os.O_WRONLY, 0) for file in (1, 2)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}

    def task():
        begin, cpu = time.perf_counter(), 0
        children = [os.posix_spawnp(command[0], command, environment, file_actions=silent) for _ in range(at_once)]
        for child in children:
            _, status, usage = os.wait4(child, 0)
            cpu += usage.ru_utime + usage.ru_stime
            # 1 says that some documents were refused, as those in other languages are.
            if os.waitstatus_to_exitcode(status) not in (0, 1):
                sys.exit(f"{' '.join(command[:4])} ended with {os.waitstatus_to_exitcode(status)}")
        return Sample(time.perf_counter() - begin, cpu)
    return task


def inside(work):
    """A task that does `work` in this process."""
    def task():
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        return Sample(time.perf_counter() - wall, time.process_time() - cpu)
    return task


def interleaved(tasks, runs):
    """Runs all tasks in turn, `runs` times; of each the medians, and the least wall time."""
    samples = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            samples[name].append(task())
    middle = {name: Sample(*map(statistics.median, zip(*taken))) for name, taken in samples.items()}
    return middle, {name: min(sample.wall for sample in taken) for name, taken in samples.items()}


def row(part, what, runs, figure, beside, ratio, target=""):
    print("|", " | ".join([part, what, str(runs), figure, beside, f"{ratio:.2f}", target]), "|", flush=True)


def verdict(target, holds):
    return f"{target}: {'met' if holds else '**missed**'}"


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def start(entente, runs):
    version = "entente --version"
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    tasks = {version: process(entente, "--version")}
    tasks |= {seed.name: process(entente, "graph", seed, "--to", "dot") for seed in seeds}
    middle, least = interleaved(tasks, runs)
    for seed in seeds:
        wall = middle[seed.name].wall
        row("START", f"`{seed.name[:3]}` ({seed.stat().st_size / 1000:.1f} kB) to DOT, wall", runs,
            f"{seconds(wall)}, least {seconds(least[seed.name])}", f"`{version}` {seconds(middle[version].wall)}",
            wall / middle[version].wall, verdict("20 ms", wall < 0.02))


def reading(entente, files, jobs):
    return entente, "graph", files[0].parent, "--to", "json", "--jobs", jobs


def read(entente, files, runs, finders):
    """The whole extraction of a folder of files on one thread, beside `wc -w` and finders on the same bytes."""
    tasks = {"graph": process(*reading(entente, files, 1)), "wc": process("wc", "-w", *files)}
    middle, _ = interleaved(tasks | {name: inside(work) for name, work in finders.items()}, runs)
    size, cpu, count = sum(file.stat().st_size for file in files) / 1e6, middle["graph"].cpu, middle["wc"].cpu
    row("READ", f"{len(files):,} articles, {size:.1f} MB, to JSON, CPU", runs,
        f"{seconds(cpu)}, {size / cpu:.2f} MB/s", f"`wc -w` {seconds(count)}, {size / count:.0f} MB/s",
        cpu / count, verdict("5", cpu < 5 * count))
    for name in finders:
        other = middle[name].cpu
        row("PEERS", f"{len(files):,} articles, CPU", runs, seconds(cpu), f"{name} {seconds(other)}", cpu / other)


def threads(entente, files, runs):
    """Two jobs beside one; and what the machine had to give, by two programs at once."""
    tasks = {name: process(*reading(entente, files, jobs), at_once=programs) for name, jobs, programs in [
        ("`--jobs 1`", 1, 1), ("`--jobs 2`", 2, 1), ("two programs at once", 1, 2)]}
    middle, _ = interleaved(tasks, runs)
    one, *others = tasks
    for name in others:
        ratio = middle[name].wall / middle[one].wall
        row("THREADS", f"{len(files):,} articles, {name}, wall", runs, seconds(middle[name].wall),
            f"{one} {seconds(middle[one].wall)}", ratio, verdict("0.59", ratio <= 0.59) if name == others[0] else "")


def linear(entente, paragraphs, folder, runs, few):
    """One article of each size, of paragraphs in mixed order; time per byte against that at 100 kB."""
    tasks = {}
    for size, file in articles.grown(paragraphs, SIZES, folder).items():
        tasks[size] = process(entente, "graph", file, "--to", "json", "--jobs", 1)
    for shown, times in (SIZES[:-1], runs), (SIZES[-1:], few):
        middle, _ = interleaved({size: tasks[size] for size in {STANDARD, *shown}}, times)
        standard = middle[STANDARD].cpu
        for size in shown:
            cpu = middle[size].cpu
            cost = cpu / size / (standard / STANDARD)
            row("LINEAR", f"one article of {size // 1000:,} kB, CPU", times,
                f"{seconds(cpu)}, {size / cpu / 1e6:.2f} MB/s",
                f"{STANDARD // 1000} kB {seconds(standard)}; per byte",
                cost, verdict("1.5", cost < 1.5) if size > STANDARD else "")


def diagrams(folder, count=100):
    """DOT files of 4 to 12 nodes, each with a text of its own."""
    folder.mkdir()
    files = []
    for number in range(count):
        nodes = range(4 + number % 9)
        lines = [f'n{n} [label="Person {n} of {number}" tooltip="t{n}"]' for n in nodes]
        lines += [f'n{n * 7 % max(n, 1)} -> n{n} [label="met {n}"]' for n in nodes[1:]]
        files.append(folder / f"d{number:02}.dot")
        files[-1].write_text(f"digraph d{number} {{\nnode [shape=box]\n" + "\n".join(lines) + "\n}\n")
    return files


def pictures(entente, folder, runs):
    """Many small drawings by one run of render, beside as many runs of Graphviz's own program."""
    files = diagrams(folder / "dots")
    ours, theirs = folder / "ours", folder / "theirs"
    ours.mkdir()
    theirs.mkdir()
    single = [process("dot", "-Tsvg", file, "-o", theirs / f"{file.stem}.svg") for file in files]

    def one_by_one():
        samples = [task() for task in single]
        return Sample(*map(sum, zip(*samples)))

    batch = "`render *.dot -o DIR/`"
    tasks = {batch: process(entente, "render", *files, "-o", f"{ours}/"), "dot": one_by_one}
    middle, _ = interleaved(tasks, runs)
    for measure in "wall", "cpu":
        us, them = getattr(middle[batch], measure), getattr(middle["dot"], measure)
        row("PICTURES", f"{len(files)} small diagrams to SVG, {batch}, {measure.replace('cpu', 'CPU')}", runs,
            seconds(us), f"{len(files)} runs of `dot -Tsvg` {seconds(them)}", us / them,
            verdict("0.2", us <= 0.2 * them) if measure == "wall" else "")


def main():
    parser = argparse.ArgumentParser(description="Times a built entente.")
    parser.add_argument("entente", type=pathlib.Path, help="the program")
    parser.add_argument("--corpus", type=pathlib.Path, default=CORPUS, help="articles, .ndjson or .ndjson.gz")
    parser.add_argument("--runs", type=int, default=21, help="processes for each median")
    parser.add_argument("--peers", action="store_true", help="also time finders of names in Python")
    options = parser.parse_args()
    runs, few = options.runs, max(1, options.runs // 7)
    print("| Part | What | Runs | Entente | Beside it | Ratio | Target |", "|---|---|--:|---|---|--:|---|", sep="\n")
    start(options.entente, runs)
    if shutil.which("dot"):
        with tempfile.TemporaryDirectory() as temporary:
            pictures(options.entente, pathlib.Path(temporary), runs)
    else:
        print("PICTURES skipped: no dot (Debian: graphviz).", file=sys.stderr)
    if not options.corpus.is_file():
        return print(f"READ, LINEAR, THREADS, PEERS skipped: no {options.corpus}.", file=sys.stderr)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        files, paragraphs = articles.unpacked(options.corpus, folder / "all")
        some = articles.sample(files, SAMPLE, folder / "some")
        read(options.entente, some, runs, peers.finders(some, ROOT / "Packs/countries") if options.peers else {})
        read(options.entente, files, few, {})
        threads(options.entente, some, runs)
        linear(options.entente, paragraphs, folder, runs, few)


if __name__ == "__main__":
    main()
