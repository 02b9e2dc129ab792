import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What `ui:field` names in a template. */
export const ADDRESS_PLAN_FIELD = 'ScalardlAddressPlan';

export const addressPlanSchema = makeFieldSchema({
  output: z => {
    const side = z.object({
      cidr: z.string().describe('Range of the new VPC, /16 to /24.'),
      zones: z.array(z.string()).describe('Availability zones of the VPC.'),
    });
    return z.object({
      ledger: side.describe('Network of the Ledger side.'),
      auditor: side.describe('Network of the Auditor side.'),
      serviceCidr: z
        .string()
        .describe('Kubernetes service range of both clusters.'),
    });
  },
  uiOptions: z => {
    const sideKeys = z.object({
      region: z.string().optional(),
      instanceTypes: z.string().optional(),
      maxNodes: z.string().optional(),
    });
    return z.object({
      region: z
        .string()
        .optional()
        .describe('AWS region of both sides, where the form does not ask.'),
      zones: z
        .array(z.string())
        .optional()
        .describe('Zones that the proposal fills in.'),
      instanceTypes: z
        .array(z.string())
        .optional()
        .describe('Instance types, where the form does not ask.'),
      maxNodes: z
        .number()
        .optional()
        .describe('Largest node group, where the form does not ask.'),
      pool: z
        .string()
        .optional()
        .describe('Range that proposals are taken from; 10.0.0.0/8.'),
      prefix: z
        .number()
        .optional()
        .describe('Prefix length of proposed ranges; 20.'),
      serviceCidr: z
        .string()
        .optional()
        .describe('Service range that the proposal fills in; 172.20.0.0/16.'),
      takenRanges: z
        .array(z.object({ cidr: z.string(), holder: z.string() }))
        .optional()
        .describe('Ranges in use that the catalog does not know.'),
      formKeys: z
        .object({
          region: z.string().optional(),
          ledger: sideKeys.optional(),
          auditor: sideKeys.optional(),
          applications: z.string().optional(),
          runners: z.string().optional(),
        })
        .optional()
        .describe('Where the rest of the form keeps what the plan needs.'),
    });
  },
});

/**
 * The value of the field; its parts are the keys `network` and `serviceCidr` of the environment file.
 *
 * @public
 */
export type AddressPlanValue = typeof addressPlanSchema.TOutput;

/**
 * What `ui:options` may hold.
 *
 * @public
 */
export type AddressPlanOptions = NonNullable<
  (typeof addressPlanSchema.TProps)['uiSchema']['ui:options']
>;

/** The value as the form holds it while somebody fills it in: any part may be missing. */
export function completeValue(value: unknown): AddressPlanValue {
  const parts = asRecord(value);
  return {
    ledger: completeSide(parts.ledger),
    auditor: completeSide(parts.auditor),
    serviceCidr: asText(parts.serviceCidr),
  };
}

function completeSide(value: unknown): AddressPlanValue['ledger'] {
  const { cidr, zones } = asRecord(value);
  return {
    cidr: asText(cidr),
    zones: Array.isArray(zones) ? zones.map(asText) : [],
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
