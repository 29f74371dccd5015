import * as z from 'zod/mini';
import { portOutSchema } from './portout.schema.ts';

/** The data of `portout.changed`: a request as it is now. */
export const portOutChangedSchema = z.looseObject({ at: z.string(), portout: portOutSchema });

export type PortOutChanged = z.infer<typeof portOutChangedSchema>;
