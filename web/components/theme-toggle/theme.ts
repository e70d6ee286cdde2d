export type Theme = 'light' | 'dark';

export const THEME_COOKIE = 'moho-theme';

/** The theme a visitor chose; null follows the system. */
export const readTheme = (value: string | undefined): Theme | null =>
  value === 'light' || value === 'dark' ? value : null;
