export type Log = (level: 'info' | 'warn' | 'error', message: string, details?: Record<string, unknown>) => void;

/** One JSON object per line: problems on stderr, the rest on stdout. */
export const consoleLog: Log = (level, message, details = {}) => {
  const line = JSON.stringify({ time: new Date().toISOString(), service: 'api', level, message, ...details });
  (level === 'info' ? process.stdout : process.stderr).write(`${line}\n`);
};
