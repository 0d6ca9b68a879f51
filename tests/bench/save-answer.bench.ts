/**
 * Saves per second, latency and the server's processor time per save at 1, 8 and 64 connections. Each connection is a
 * soldier with an own session and attempt who changes answers without thinking. Baseline of the same run: a bare Node
 * server that parses the same body and does one durable prepared upsert.
 */
import path from 'node:path';
import { type Candidate, stageExam } from './exam-stage.ts';
import { load, print, rounded } from './measure.ts';
import { type Running, stageFolder, startProduct, startProgram } from './stage.ts';

const seconds = Number(process.argv[2] ?? 5);
const folder = stageFolder();
const candidates = await stageExam(64);

const save = (candidate: Candidate, count: number) => {
  const { slot, choices } = candidate.responses[count % candidate.responses.length]!;
  const round = Math.floor(count / candidate.responses.length);
  return {
    method: 'POST' as const,
    path: `/attempts/${candidate.attemptId}/answers`,
    headers: { Cookie: candidate.cookie, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ slot, sequence: sequenceOf(candidate, round), response: choices[round % 2] }),
  };
};

/** Sequences go on rising through the runs with different numbers of connections. */
const base = new Map<Candidate, number>();
const sequenceOf = (candidate: Candidate, round: number) => (base.get(candidate) ?? 0) + round + 1;

async function measure(name: string, server: Running, isGood: (status: number, text: string) => boolean) {
  const figures: Record<number, Awaited<ReturnType<typeof load>>> = {};
  for (const connections of [1, 8, 64]) {
    const highest = new Map<Candidate, number>();
    figures[connections] = await load(
      { port: server.port, pid: server.pid, connections, seconds },
      (connection, count) => {
        const candidate = candidates[connection]!;
        highest.set(candidate, Math.floor(count / candidate.responses.length) + 1);
        return save(candidate, count);
      },
      isGood,
    );
    for (const [candidate, rounds] of highest) base.set(candidate, (base.get(candidate) ?? 0) + rounds + 1);
    print({ bench: 'save-answer', server: name, connections, ...figures[connections] });
  }
  return figures;
}

const bare = await startProgram(['tests/bench/bare-server.mjs', path.join(folder, 'bare.sqlite')], /listening (\d+)/);
const baseline = await measure('baseline', bare, (status) => status === 200);
await bare.stop();
const product = await startProduct();
const ours = await measure('product', product, (status, text) => status === 200 && /"(kept|unchanged)"/.test(text));
await product.stop();
for (const connections of [1, 8, 64]) {
  print({
    bench: 'save-answer',
    connections,
    perSecondOfBaseline: rounded(ours[connections]!.perSecond / baseline[connections]!.perSecond, 2),
    aim: 0.5,
    processorMsPerSave: ours[connections]!.serverCpu,
    processorAim: 0.65,
  });
}
process.exit(Object.values(ours).some(({ failures }) => failures > 0) ? 1 : 0);
