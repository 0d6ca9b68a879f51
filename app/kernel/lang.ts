/** The languages of the interface; Vietnamese is the source. */
export type Lang = 'vi' | 'en';
