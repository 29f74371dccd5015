/** A text, or one for each plural category that the language tells apart; `{name}` stands for a value. */
export type Message = string | PluralMessage;

/** Texts by plural category of `count`; `other` stands in for those that are missing. */
export type PluralMessage = { readonly [Category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & {
  readonly other: string;
};
