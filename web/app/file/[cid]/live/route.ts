import type { NextRequest } from 'next/server';
import { subscribe, type Told } from '../../../../lib/api/subscribe';
import { problemAnswer, sentence } from '../../../../lib/follow/answer';
import { FileChangedDocument, liveFileOf } from '../../../../lib/follow/live-file';
import type { ResultOf } from '../../../../lib/graphql';

/** Shorter than what proxies take for a dead connection. */
const HEARTBEAT_MS = 15_000;
/** A browser that lost the stream comes back after this. */
const RETRY_MS = 4_000;
/** an id of ours; who sends another gets the present state, as somebody new does */
const MARK = /^\d{1,9}-[0-9a-f]{8}$/;

type Answer = Told<ResultOf<typeof FileChangedDocument>>;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform: a compressing proxy would hold events back
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** An answer as an event: its id is the block, with the first digits of its hash, so that another block of a fork differs. */
const eventOf = (answer: Answer): string => {
  if (!answer.ok) return `event: problem\ndata: ${JSON.stringify({ message: messageOf(answer) })}\n\n`;
  const { fileChanged } = answer.data;
  return `id: ${fileChanged.mark}\nevent: file\ndata: ${JSON.stringify(liveFileOf(fileChanged))}\n\n`;
};

const messageOf = ({ problem }: Answer & { ok: false }): string =>
  problem.kind === 'refused' ? problem.message : problem.detail;

/**
 * The file's present state, then every change, as server-sent events. `Last-Event-ID` leaves the present out while the file
 * is still as it was at that event. The first answer is waited for, so that junk gets a status and not a stream.
 */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ cid: string }> }) => {
  const given = request.headers.get('last-event-id') ?? '';
  const since = MARK.test(given) ? given : null;
  const leaving = new AbortController();
  request.signal.addEventListener('abort', () => leaving.abort(), { once: true });
  const answers = subscribe(FileChangedDocument, { cid: (await params).cid, since }, leaving.signal);
  // somebody who comes back may have to wait for the next change: only then nothing comes first
  const first = since === null ? await answers.next() : null;
  if (first?.done)
    return sentence(503, 'The stream ended before it began; try again in a moment.', { 'retry-after': '5' });
  if (first && !first.value.ok) {
    leaving.abort();
    return problemAnswer(first.value.problem);
  }
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout | undefined;
  const end = (): void => {
    clearInterval(heartbeat);
    leaving.abort();
  };
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      send(`retry: ${RETRY_MS}\n\n`);
      if (first) send(eventOf(first.value));
      heartbeat = setInterval(() => {
        if (!leaving.signal.aborted) send(': still here\n\n');
      }, HEARTBEAT_MS);
    },
    pull: async (controller) => {
      const next = await answers.next();
      if (leaving.signal.aborted) return;
      if (!next.done) controller.enqueue(encoder.encode(eventOf(next.value)));
      if (next.done || !next.value.ok) {
        end();
        controller.close();
      }
    },
    cancel: end,
  });
  return new Response(stream, { headers: HEADERS });
};
