import { z } from 'zod';
import type { EventContract } from './define-event.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

export interface ContractField {
  /** Dotted, `[]` for the items of a list: `sentiment.label`. */
  path: string;
  type: string;
  required: boolean;
}

function describeType(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.anyOf) return schema.anyOf.map((part) => describeType(part as JsonSchema)).join(' or ');
  if (schema.type === 'array') return `list of ${describeType((schema.items ?? {}) as JsonSchema)}`;
  if (schema.format === 'date-time') return 'instant';
  if ((schema.type === 'number' || schema.type === 'integer') && schema.minimum !== undefined && schema.maximum !== undefined) {
    return `${schema.type}, ${schema.minimum} to ${schema.maximum}`;
  }
  return typeof schema.type === 'string' ? schema.type : 'any';
}

/** Every field of an event's data, nested ones after the one that holds them. */
export function contractFields({ schema }: Pick<EventContract<unknown>, 'schema'>): ContractField[] {
  const fields: ContractField[] = [];
  visit(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), '');
  return fields;

  function visit(node: JsonSchema, path: string): void {
    for (const [name, child] of Object.entries(node.properties ?? {}) as [string, JsonSchema][]) {
      const own = path ? `${path}.${name}` : name;
      fields.push({ path: own, type: describeType(child), required: node.required?.includes(name) ?? false });
      visit(child, own);
    }
    for (const part of node.anyOf ?? []) visit(part as JsonSchema, path);
    if (node.items && typeof node.items === 'object') visit(node.items as JsonSchema, `${path}[]`);
    if (node.additionalProperties && typeof node.additionalProperties === 'object') visit(node.additionalProperties as JsonSchema, `${path}.*`);
  }
}
