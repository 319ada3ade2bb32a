import { guid, hex, oneOf, type Random, whole } from './seeded.ts';

type Line = (random: Random) => string;

const SERVICES = ['orders', 'billing', 'catalog', 'mailer', 'search', 'scheduler', 'gateway', 'reports'];
const two = (n: number) => String(n).padStart(2, '0');
const clock: Line = (r) =>
  `2026-05-${two(whole(r, 1, 28))}T${two(whole(r, 0, 23))}:${two(whole(r, 0, 59))}:${two(whole(r, 0, 59))}.${whole(r, 100, 999)}Z`;

// What stands around an error in real logs: requests, health, jobs, stack frames, JSON lines, builds.
const LINES: Line[] = [
  (r) =>
    `${clock(r)} INFO  [${oneOf(r, SERVICES)}] GET /api/v1/${oneOf(r, SERVICES)}/${whole(r, 1, 99999)} 200 ${whole(r, 3, 900)}ms trace=${hex(r, 16)}`,
  (r) =>
    `${clock(r)} DEBUG [${oneOf(r, SERVICES)}] cache ${oneOf(r, ['hit', 'miss', 'evicted'])} key=${hex(r, 12)} size=${whole(r, 100, 90000)}`,
  (r) =>
    `${clock(r)} WARN  [${oneOf(r, SERVICES)}] slow query took ${whole(r, 800, 9000)}ms: select id, total from ${oneOf(r, SERVICES)} where created_at > $1 order by id`,
  (r) =>
    `${clock(r)} INFO  connection pool: ${whole(r, 1, 20)} active, ${whole(r, 0, 20)} idle, ${whole(r, 0, 5)} waiting`,
  (r) =>
    `   at Contoso.${oneOf(r, ['Orders', 'Billing', 'Web', 'Jobs'])}.${oneOf(r, ['Startup', 'Worker', 'Pipeline', 'Handler'])}.${oneOf(r, ['Run', 'InvokeAsync', 'HandleAsync', 'Next'])}(CancellationToken token) in /src/app/${oneOf(r, SERVICES)}.cs:line ${whole(r, 10, 900)}`,
  (r) =>
    `\tat com.contoso.${oneOf(r, SERVICES)}.${oneOf(r, ['Filter', 'Servlet', 'Job', 'Client'])}.${oneOf(r, ['doFilter', 'run', 'call', 'execute'])}(${oneOf(r, ['Filter', 'Servlet', 'Job', 'Client'])}.java:${whole(r, 10, 900)})`,
  (r) =>
    `  File "/srv/app/${oneOf(r, SERVICES)}/${oneOf(r, ['main', 'tasks', 'client', 'views'])}.py", line ${whole(r, 10, 900)}, in ${oneOf(r, ['run', 'fetch', 'handle', 'get'])}`,
  (r) =>
    `    at ${oneOf(r, ['processTicksAndRejections', 'Object.next', 'Module._compile', 'runMicrotasks'])} (node:internal/${oneOf(r, ['process', 'modules', 'timers'])}/task_queues:${whole(r, 1, 200)}:${whole(r, 1, 60)})`,
  (r) =>
    JSON.stringify({
      ts: clock(r),
      level: oneOf(r, ['info', 'warn', 'debug']),
      svc: oneOf(r, SERVICES),
      msg: oneOf(r, [
        'message handled',
        'retry scheduled',
        'lease renewed',
        'batch committed',
        'user session started',
      ]),
      id: guid(r),
      ms: whole(r, 1, 4000),
    }),
  (r) =>
    `${clock(r)} INFO  job ${guid(r)} ${oneOf(r, ['queued', 'started', 'finished'])} on node-${whole(r, 1, 12)}`,
  (r) => `[${whole(r, 1, 40)}/40] COPY --from=build /app/${oneOf(r, SERVICES)} /srv/${oneOf(r, SERVICES)}`,
  (r) =>
    `10.${whole(r, 0, 255)}.${whole(r, 0, 255)}.${whole(r, 1, 254)} - - "POST /v2/${oneOf(r, SERVICES)} HTTP/1.1" ${oneOf(r, [200, 201, 204, 301, 404, 500])} ${whole(r, 80, 90000)} "Mozilla/5.0"`,
  (r) =>
    `npm http fetch GET 200 https://registry.npmjs.org/${oneOf(r, SERVICES)}-${hex(r, 5)} ${whole(r, 20, 900)}ms (cache ${oneOf(r, ['hit', 'miss'])})`,
  () => '--------------------------------------------------------------------------------',
];

/**
 * A message with log lines around it, the way people paste a whole console for the sake of one line.
 *
 * @param size characters of the result, about; a message that is already as long stays as it is
 */
export function bury(message: string, size: number, random: Random): string {
  const missing = size - message.length;
  if (missing < 40) return message;
  const before = Math.floor(missing * (0.2 + 0.6 * random()));
  return `${noise(before, random)}\n${message}\n${noise(missing - before, random)}`;
}

function noise(size: number, random: Random): string {
  const lines: string[] = [];
  for (let length = 0; length < size; ) {
    const line = oneOf(random, LINES)(random);
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n').slice(0, Math.max(0, size));
}
