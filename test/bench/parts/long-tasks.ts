import type { BenchPage } from '../bench-page.js';
import { LOOPBACK_4 } from '../conditions.js';
import { interleave } from '../interleave.js';
import { table, whole } from '../markdown.js';
import { BARE, scriptTagChallenge, scriptTagLogin } from '../pages/field-pages.js';
import { runs, type Part, type Tools } from '../part.js';
import type { Task } from '../trace.js';
import { tracedLoad } from '../traced-load.js';

/** What counts as long, in milliseconds (the Long Tasks API). */
const LONG = 50;

async function longTasksOf(page: BenchPage, tools: Tools): Promise<readonly Task[]> {
  const { trace, span } = await tracedLoad(page, LOOPBACK_4, tools);
  return trace.longTasks(span, LONG);
}

const totalOf = (tasks: readonly Task[]): number =>
  tasks.reduce((sum, { milliseconds }) => sum + milliseconds, 0);

/** Returns the load in the middle, by the time in long tasks. */
function middleOf(loads: readonly (readonly Task[])[]): readonly Task[] {
  const sorted = loads.toSorted((one, other) => totalOf(one) - totalOf(other));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? [];
}

/** Returns what a task is made of: the three longest parts. */
const partsOf = ({ does }: Task): string =>
  does
    .slice(0, 3)
    .map(({ name, milliseconds }) => `${name} ${whole(milliseconds)}`)
    .join(', ');

export const longTasks: Part = {
  title: `Tasks of the main thread over ${LONG} ms, from the navigation to the field`,
  measure: async (tools) => {
    const rounds = runs(5);
    const pages = [BARE, scriptTagChallenge(), scriptTagLogin()];
    const loads = await interleave(pages, rounds, (page) => longTasksOf(page, tools));
    const rows = pages.flatMap((page) => {
      const tasks = middleOf(loads.get(page) ?? []);
      if (tasks.length === 0) return [[page.name, 'none', '', '']];
      return tasks.map((task, index) => [
        `${page.name}, ${index + 1}`,
        whole(task.milliseconds),
        whole(task.worked),
        partsOf(task),
      ]);
    });
    return [
      `Of ${rounds} loads of each page, the one in the middle by the time in such tasks. A task waits for a processor too; “thread ms” is what it worked.`,
      table([`${LOOPBACK_4.name}, task`, 'ms', 'thread ms', 'the most of it, in ms'], rows),
    ].join('\n\n');
  },
};
