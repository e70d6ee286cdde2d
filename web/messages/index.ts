import * as en from './en';

/** All text of the site. Pages import only this, so that a second language is a second folder. */
export const text = en;
