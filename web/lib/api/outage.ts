/**
 * Remembers since when the API has been silent, so that an error page can say it.
 * Memory of this one process: it is about what this server saw, not about the chain.
 */
let failingSince: Date | null = null;
let lastAnswer: Date | null = null;

export interface Outage {
  /** first failed request since the last answer */
  since: Date;
  /** null: this server has not had any answer yet */
  lastAnswer: Date | null;
}

export const noteAnswer = (now = new Date()): void => {
  failingSince = null;
  lastAnswer = now;
};

export const noteSilence = (now = new Date()): Outage => {
  failingSince ??= now;
  return { since: failingSince, lastAnswer };
};
