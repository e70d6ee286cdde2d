/** Something a person gave us is wrong: its message is one sentence that says what, and nothing else is shown. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Why a file cannot be read, in words. */
export function fileTrouble(error: unknown): string {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'it does not exist' : messageOf(error);
}
