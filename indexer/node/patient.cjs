'use strict';

/** A connection that is down for longer is the supervisor's matter, or another endpoint's. */
const PATIENCE_MS = 20_000;
const AGAIN_MS = 250;
/** What passes by itself: the connection is made again, a busy node answers later. */
const PASSING = /disconnected from|not connected|No response received|Too Many Requests/;

/** Sends a request, and sends it again while what went wrong is one of those that pass. */
exports.patient =
  (send, patienceMs = PATIENCE_MS, againMs = AGAIN_MS) =>
  async (...request) => {
    const until = Date.now() + patienceMs;
    for (;;) {
      try {
        return await send(...request);
      } catch (error) {
        if (!PASSING.test(error.message) || Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, againMs));
      }
    }
  };
