import { LOOPBACK_1, LOOPBACK_4, type Conditions } from '../conditions.js';
import { interleave } from '../interleave.js';
import { short, spread, SPREAD, table } from '../markdown.js';
import { linkingPage } from '../pages/account-pages.js';
import { runs, type Part, type Tools } from '../part.js';
import { medianOf, summarize } from '../statistics.js';
import { tracedLoad } from '../traced-load.js';

const START_ENROLLMENT = '/api/enrollments';

/** How long it took to paint the first QR code, in milliseconds. */
interface Painted {
  readonly sinceResponse: number;
  /** Since the last file of the library came, if that was after the response. */
  readonly sinceLastFile: number;
  /** What the main thread worked since the response. */
  readonly thread: number;
}

async function paintCode(conditions: Conditions, tools: Tools): Promise<Painted> {
  const { report, trace, span } = await tracedLoad(linkingPage(), conditions, tools);
  const { paintedAt, responses } = report;
  const response = responses[START_ENROLLMENT] ?? NaN;
  const files = Object.entries(responses).filter(([path]) => path.startsWith('/lib/'));
  const complete = Math.max(response, ...files.map(([, end]) => end));
  const from = trace.timeOf(response, 'bench-goal');
  return {
    sinceResponse: paintedAt - response,
    sinceLastFile: paintedAt - complete,
    thread: trace.threadMilliseconds({ from, to: span.to }),
  };
}

const how = (rounds: number): string =>
  `With all of the step around the code, in ${rounds} loads each. “Since the last file” is what is left when the encoder has come too.`;

export const qrCode: Part = {
  title: 'From the response of “start enrollment” to the painted QR code',
  measure: async (tools) => {
    const devices = [LOOPBACK_1, LOOPBACK_4];
    const rounds = runs(10);
    const painted = await interleave(devices, rounds, (device) => paintCode(device, tools));
    const rows = devices.map((device) => {
      const all = painted.get(device) ?? [];
      const median = (measure: (one: Painted) => number) => short(medianOf(all.map(measure)));
      return [
        device.name,
        ...spread(summarize(all.map(({ sinceResponse }) => sinceResponse))),
        median(({ sinceLastFile }) => sinceLastFile),
        median(({ thread }) => thread),
      ];
    });
    const columns = table(['mfa-login, ms', ...SPREAD, 'since the last file', 'thread ms'], rows);
    return `${how(rounds)}\n\n${columns}`;
  },
};
