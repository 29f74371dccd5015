import * as z from 'zod/mini';
import { calendarDate } from '../internal/formats.schema.ts';
import { textLine } from '../internal/text.schema.ts';
import { contactSchema } from './contact-input.schema.ts';
import { portOutPolicyInputSchema } from './portout-policy-input.schema.ts';

/** An address of the reseller's portal; in it, `{page}` is filled in by the capability and `{id}` by the thing meant. */
const portalUrl = z.string().check(
  z.maxLength(500),
  z.refine((text) => text.includes('{id}') && isPage(text.replaceAll(/\{(?:page|id)\}/g, 'x')), {
    error: 'Not the address of a page with {id} in it, such as "https://portal.example/{page}/{id}".',
  }),
);

const isPage = (text: string) => /^https?:\/\/[^\s"'<>{}]+$/.test(text) && URL.canParse(text);

/** What a tenant may set; a field left out keeps its default. */
export const policyInputSchema = z.strictObject({
  /** Days for which a completed or canceled order stays in the active list (ORD-6). */
  retentionDays: z.optional(z.int().check(z.gte(0), z.lte(365))),
  /** Hours within which the upstream carrier confirms a new order and the list has it (ORD-9). */
  confirmationHours: z.optional(z.int().check(z.gte(1), z.lte(720))),
  /** Days off for business days; `null` stands for the United States federal holidays (TIM-5). */
  holidays: z.optional(z.nullable(z.array(calendarDate).check(z.maxLength(1000)))),
  /** The contact of every account that names none of its own. */
  contact: z.optional(contactSchema),
  /** Rows of a file of numbers at most (NUM-3, NUM-7). */
  batchMaxRows: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  /** Minutes after which a new number is approved by itself; `null`: staff looks at each (NUM-9). */
  numberApprovalMinutes: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(10_080)))),
  /** Area codes in use that the kit's table does not know yet (NUM-4). */
  areaCodes: z.optional(
    z.array(z.string().check(z.regex(/^[2-9][0-9]{2}$/, 'Not an area code.'))).check(z.maxLength(100)),
  ),
  /** Whether numbers set aside for fiction are taken, for tests (NUM-4). */
  allowFictionalNumbers: z.optional(z.boolean()),
  /** Whose name mail comes under; `null`: the tenant's. */
  senderName: z.optional(z.nullable(textLine(100))),
  /** Where the links in mail lead, such as `https://portal.example/{page}/{id}`; without it, mail has none (POR-1). */
  portalUrl: z.optional(z.nullable(portalUrl)),
  portouts: z.optional(portOutPolicyInputSchema),
});
