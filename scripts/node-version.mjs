/** The oldest Node that runs everything here (Next.js and `node --import` set it). */
const OLDEST = [20, 11];

/**
 * One sentence when this Node is too old, else undefined.
 * @param {string} version such as `process.versions.node`
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return enough ? undefined : `Moho needs Node ${OLDEST.join('.')} or newer; this is Node ${version}.`;
}
