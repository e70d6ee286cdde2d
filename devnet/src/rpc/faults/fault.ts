/** An answer or a notification about to leave, and what can be done to it. */
export interface Outgoing {
  readonly text: string;
  /** sends a text in its turn */
  send(text: string): void;
  /** sends a text behind the next one that leaves on this connection; at once where every answer has its own */
  sendBehind(text: string): void;
  /** lets everything on this connection wait */
  wait(ms: number): void;
  /** ends the connection without a word */
  cut(): void;
  /** answers with HTTP status 429 where there is still a status, else sends `text` */
  refuse(text: string): void;
}

/** One way in which a node misbehaves. */
export interface Fault {
  /** what it does, for the admin interface */
  readonly about: string;
  /** @param draw from 0 up to 1, the same for the same seed and answer */
  strike(out: Outgoing, draw: number): void;
}
