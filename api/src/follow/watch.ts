import type { ChainProfile } from '@moho/protocol/base';
import type { Database, Sql } from '../database/database';
import type { Scope } from '../database/sql';
import { problem } from '../errors';
import type { Log } from '../server/log';
import { Mailbox } from './mailbox';
import { type BlockMark, hashOfBlock, headBlock } from './sql';
import { type FileState, fileStates } from './state';

/** A file as of a block in which something about it was new to this follower. */
export interface FileChange extends BlockMark {
  fileId: string;
}

interface Follower {
  fileId: string;
  mailbox: Mailbox<FileChange>;
  /** what it knows; null: nothing yet */
  state: FileState | null;
  /** has come since the last look */
  fresh: boolean;
}

export interface WatchOptions {
  pollMs: number;
  maxFollowers: number;
}

export const WATCH_OPTIONS: WatchOptions = { pollMs: 1000, maxFollowers: 1000 };

/** So many files are looked at in one statement. */
const CHUNK = 250;

export interface FileWatch {
  /** Letters: the present state first (unless `known` names the block it was seen at and it is still the same), then each change. */
  follow: (fileId: string, known: { height: number; hashStart: string } | null) => Promise<Mailbox<FileChange>>;
  followers: () => number;
  /** ends every stream */
  close: () => void;
}

/**
 * The one watcher of the index's head. While anybody follows a file it asks for the head once in `pollMs`; when the head
 * is another block (forward, back, or another block of the same number) it looks at all followed files at once and tells
 * those followers whose file is not what they know. Nobody following: no statement at all.
 */
export const createFileWatch = (
  db: Database,
  profile: ChainProfile,
  log: Log,
  { pollMs, maxFollowers }: WatchOptions = WATCH_OPTIONS,
): FileWatch => {
  const followers = new Set<Follower>();
  let lastSeen: BlockMark | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking = false;
  let wanted = false;
  let silent = false;
  let closed = false;

  /** Head and states out of one snapshot, so that they belong together. */
  const inSnapshot = <T>(read: (sql: Sql) => Promise<T>): Promise<T> =>
    db.sql().begin('isolation level repeatable read read only', (sql) => read(sql as unknown as Sql)) as Promise<T>;

  const scopeAt = (sql: Sql, height: number, past: boolean): Scope => ({
    sql,
    profile,
    view: { at: past ? height : null, height },
  });

  const tell = (states: Map<string, FileState>, head: BlockMark): void => {
    for (const follower of followers) {
      const state = states.get(follower.fileId);
      if (state === undefined) continue;
      follower.fresh = false;
      if (state === follower.state) continue;
      follower.state = state;
      follower.mailbox.post({ fileId: follower.fileId, ...head });
    }
  };

  const lookOnce = async (): Promise<void> => {
    const head = await inSnapshot(async (sql) => {
      const now = await headBlock(sql);
      if (now === null) return null;
      const moved = now.height !== lastSeen?.height || now.hash !== lastSeen.hash;
      const asked = [...followers].filter(({ fresh }) => moved || fresh);
      const ids = [...new Set(asked.map(({ fileId }) => fileId))];
      const states = new Map<string, FileState>();
      for (let i = 0; i < ids.length; i += CHUNK) {
        for (const [id, state] of await fileStates(scopeAt(sql, now.height, false), ids.slice(i, i + CHUNK)))
          states.set(id, state);
      }
      return { ...now, states };
    });
    if (head === null) return;
    lastSeen = { height: head.height, hash: head.hash };
    tell(head.states, lastSeen);
  };

  /** At most one look at a time; who asks meanwhile gets one more after it. */
  const look = async (): Promise<void> => {
    wanted = true;
    if (looking) return;
    looking = true;
    while (wanted && followers.size > 0 && !closed) {
      wanted = false;
      try {
        await lookOnce();
        silent = false;
      } catch (error) {
        // the database may be away for a while; followers keep their stream and are told once it is back
        if (!silent) log('warn', 'followed files cannot be looked at', { error: String(error) });
        silent = true;
      }
    }
    looking = false;
  };

  const leave = (follower: Follower): void => {
    followers.delete(follower);
    if (followers.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
    lastSeen = null;
  };

  /** The state a returning follower saw at that block, or null where that block is not the index's any more. */
  const stateAt = async (fileId: string, height: number, hashStart: string): Promise<FileState | null> => {
    const known = await inSnapshot(async (sql) => {
      const [head, hash] = [await headBlock(sql), await hashOfBlock(sql, height)];
      if (head === null || height > head.height || hash === null || !hash.startsWith(hashStart)) return null;
      return (await fileStates(scopeAt(sql, height, true), [fileId])).get(fileId) ?? null;
    });
    return known;
  };

  return {
    follow: async (fileId, known) => {
      if (closed) throw problem('DATABASE_UNAVAILABLE', 'The API is being stopped; try again in a moment.');
      if (followers.size >= maxFollowers) {
        throw problem('TOO_MUCH', `More than ${maxFollowers} files are being followed right now; try again later.`);
      }
      const follower: Follower = { fileId, state: null, fresh: true, mailbox: new Mailbox(() => leave(follower)) };
      followers.add(follower);
      try {
        if (known !== null) follower.state = await stateAt(fileId, known.height, known.hashStart);
      } catch (error) {
        follower.mailbox.close();
        throw error;
      }
      timer ??= setInterval(() => void look(), pollMs);
      void look();
      return follower.mailbox;
    },
    followers: () => followers.size,
    close: () => {
      closed = true;
      for (const { mailbox } of [...followers]) mailbox.close();
    },
  };
};
