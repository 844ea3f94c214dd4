import { readdirSync, readFileSync } from 'node:fs';

/** CPU ticks (1/100 s) that a process and all its descendants have used so far. Linux only. */
export function cpuTicksOfTree(root: number): number {
  const processes = listProcesses();
  const children = new Map<number, number[]>();
  for (const [pid, { parent }] of processes)
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  let ticks = 0;
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    ticks += processes.get(pid)?.ticks ?? 0;
    queue.push(...(children.get(pid) ?? []));
  }
  return ticks;
}

function listProcesses(): Map<number, { parent: number; ticks: number }> {
  const processes = new Map<number, { parent: number; ticks: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The command stands in parentheses and may hold spaces; fields are counted after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const used =
        Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
      processes.set(Number(name), { parent: Number(fields[1]), ticks: used });
    } catch {
      // It ended while we looked.
    }
  }
  return processes;
}
