import * as z from 'zod/mini';
import { emailAddress } from '../internal/formats.schema.ts';
import { identifier, textLine } from '../internal/text.schema.ts';
import { accountLevels } from './account-scope.ts';
import { contactSchema } from './contact-input.schema.ts';
import { timeZoneName } from './time-zone.schema.ts';

/** The reseller's own id of an account. */
export const accountId = identifier(64);

/** A language tag, such as `en` or `ar-EG`. */
export const localeTag = z.string().check(
  z.maxLength(35),
  z.refine(
    (tag) => {
      try {
        return Intl.getCanonicalLocales(tag).length === 1;
      } catch {
        return false;
      }
    },
    { error: 'Not a language tag, such as "en" or "ar-EG".' },
  ),
);

const person = z.strictObject({ name: textLine(200), email: emailAddress });

/** What the reseller says of an account (ACC-1). */
export const accountInputSchema = z.strictObject({
  name: textLine(200),
  level: z.enum(accountLevels),
  /** The account right above; needed below the top, refused at the top. */
  parent: z._default(z.nullable(accountId), null),
  timeZone: z._default(timeZoneName, 'UTC'),
  locale: z._default(localeTag, 'en'),
  owner: person,
  /** Further addresses that are told what the owner is told. */
  recipients: z._default(z.array(emailAddress).check(z.maxLength(50)), []),
  contact: z._default(contactSchema, {}),
});

export type AccountInput = z.infer<typeof accountInputSchema>;

/** Which account is meant. */
export const accountParams = z.strictObject({ id: accountId });
