const UNITS: [number, string][] = [
  [365 * 86_400, 'y'],
  [30 * 86_400, 'mo'],
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** Length of time in its largest unit, the next one added below 3 of it: "4 h", "1 h 20 min", "12 d". */
export const formatDuration = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const at = UNITS.findIndex(([size]) => seconds >= size);
  if (at === -1) return '0 s';
  const [size, name] = UNITS[at] as [number, string];
  const count = Math.floor(seconds / size);
  const next = UNITS[at + 1];
  if (next === undefined || count >= 3) return `${count} ${name}`;
  const rest = Math.floor((seconds - count * size) / next[0]);
  return rest === 0 ? `${count} ${name}` : `${count} ${name} ${rest} ${next[1]}`;
};

/** "5 min ago", "in 12 d", "now" within two seconds. */
export const formatRelative = (time: Date, now: Date): string => {
  const difference = time.getTime() - now.getTime();
  if (Math.abs(difference) < 2000) return 'now';
  return difference < 0 ? `${formatDuration(-difference)} ago` : `in ${formatDuration(difference)}`;
};

/** "2026-11-21 02:57:36 UTC" */
export const formatUtc = (time: Date): string => `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** "2026-11-21" */
export const formatDay = (time: Date): string => time.toISOString().slice(0, 10);
