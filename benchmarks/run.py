"""Everything that is measured, in one run: `make bench`.

Each figure stands beside a yardstick or another program that was measured in turn with it, so that a busy machine slows
both. Ratios can be compared between machines and days, absolute figures cannot.
"""

from __future__ import annotations

from benchmarks import batches, dates, growth, latency, linking, lookups, machine, sizes, stages, start, throughput
from benchmarks.command import run

PARTS = (
    machine.PART,
    throughput.PART,
    latency.PART,
    dates.PART,
    linking.PART,
    start.PART,
    growth.PART,
    sizes.PART,
    batches.PART,
    lookups.PART,
    stages.PART,
)

if __name__ == "__main__":
    run(PARTS, __doc__)
