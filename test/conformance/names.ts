/** A chain's name as a file or folder of it is called. */
export const fileName = (name: string): string => name.replaceAll(/[^\w.-]/g, '_');
