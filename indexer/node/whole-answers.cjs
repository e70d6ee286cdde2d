'use strict';

/** An answer that is no JSON, cut short on its way, breaks the connection (which is made again) and not the process. */
exports.breakOnHalfAnswers = (module) => {
  const { WebSocket } = module;
  if (typeof WebSocket !== 'function') {
    throw new Error('this version of @polkadot/x-ws has no WebSocket: indexer/node must be looked at again');
  }
  module.WebSocket = class extends WebSocket {
    get onmessage() {
      return super.onmessage;
    }

    set onmessage(handle) {
      super.onmessage =
        handle &&
        ((message) => {
          try {
            handle(message);
          } catch (error) {
            if (!(error instanceof SyntaxError)) throw error;
            (this.terminate ?? this.close).call(this);
          }
        });
    }
  };
};
