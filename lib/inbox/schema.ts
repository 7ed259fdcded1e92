import { z } from "zod";

export const MarkAllSeen = z.strictObject({});
