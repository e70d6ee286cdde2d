import { randomBytes } from 'node:crypto';

/** The open subscriptions of one connection. */
export interface Subscriptions {
  /** Runs `start` and returns the id its notifications will carry; what `start` throws opens nothing. */
  open(notification: string, start: (notify: (result: unknown) => void) => () => void): string;
  /** False for an id this connection does not have. */
  close(id: unknown): boolean;
  closeAll(): void;
}

/** `send` gets each notification as text. */
export function connectionSubscriptions(send: (text: string) => void): Subscriptions {
  const stops = new Map<unknown, () => void>();
  return {
    open(notification, start) {
      const id = randomBytes(12).toString('base64url');
      const notify = (result: unknown): void =>
        send(JSON.stringify({ jsonrpc: '2.0', method: notification, params: { result, subscription: id } }));
      stops.set(id, start(notify));
      return id;
    },
    close(id) {
      stops.get(id)?.();
      return stops.delete(id);
    },
    closeAll() {
      for (const stop of stops.values()) stop();
      stops.clear();
    },
  };
}
