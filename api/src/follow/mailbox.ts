/**
 * A box for one reader that holds the newest letter only: who reads slowly gets the present, not a backlog. Written out
 * instead of an async generator, whose `return` would wait for the next letter, which may never come.
 */
export class Mailbox<Letter> implements AsyncIterableIterator<Letter> {
  private letter: { value: Letter } | null = null;
  private reader: ((result: IteratorResult<Letter>) => void) | null = null;
  private closed = false;

  /** `onClose` runs once, whoever ends it. */
  constructor(private readonly onClose: () => void) {}

  post(value: Letter): void {
    if (this.closed) return;
    const { reader } = this;
    this.reader = null;
    if (reader) reader({ done: false, value });
    else this.letter = { value };
  }

  next(): Promise<IteratorResult<Letter>> {
    const { letter } = this;
    this.letter = null;
    if (letter) return Promise.resolve({ done: false, value: letter.value });
    if (this.closed) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.reader = resolve;
    });
  }

  return(): Promise<IteratorResult<Letter>> {
    this.letter = null;
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  /** No more letters: a reader that waits is told so, one that does not may still take the last. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.reader?.({ done: true, value: undefined });
    this.reader = null;
    this.onClose();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
