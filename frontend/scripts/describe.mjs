// The service's description of its API says a few things that its answers do not bear out: the tenant, which comes from
// the token, as a parameter; types with a JSON form of their own as objects; "null or X" as "null and X". Here it is put
// right before types are made from it.

const STRINGS = { TenantId: "uuid", E164: undefined };
const TENANT = "#/components/schemas/TenantId";

/** `document` as the service means it. Changes `document`. */
export function describe(document) {
  for (const [name, format] of Object.entries(STRINGS)) {
    const schema = document.components.schemas[name];
    if (schema !== undefined) {
      document.components.schemas[name] = {
        type: "string",
        format,
        description: schema.description,
      };
    }
  }
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      withoutTenant(operation);
    }
  }
  return nullable(document);
}

function withoutTenant(operation) {
  operation.parameters = operation.parameters?.filter((p) => p.schema?.$ref !== TENANT);
  for (const content of Object.values(operation.requestBody?.content ?? {})) {
    content.schema = bodyWithoutTenant(content.schema);
    if (content.schema === undefined) {
      delete operation.requestBody;
      return;
    }
  }
}

function bodyWithoutTenant(schema) {
  if (schema.properties?.tenant?.$ref === TENANT) {
    delete schema.properties.tenant;
    schema.required = schema.required?.filter((name) => name !== "tenant");
    const names = Object.keys(schema.properties);
    return names.length === 0 ? undefined : schema;
  }
  if (schema.allOf !== undefined) {
    const parts = schema.allOf.map(bodyWithoutTenant).filter((part) => part !== undefined);
    return parts.length === 1 ? parts[0] : { ...schema, allOf: parts };
  }
  return schema;
}

function nullable(node) {
  if (Array.isArray(node)) {
    return node.map(nullable);
  }
  if (node === null || typeof node !== "object") {
    return node;
  }
  if (node.type === "null" && node.allOf !== undefined) {
    return {
      description: node.description,
      anyOf: [...node.allOf.map(nullable), { type: "null" }],
    };
  }
  if (node.type === "null" && node.additionalProperties !== undefined) {
    return { ...mapped(node), type: ["object", "null"] };
  }
  if (
    Array.isArray(node.type) &&
    node.properties === undefined &&
    node.additionalProperties === undefined
  ) {
    const types = node.type.filter((type) => type !== "object");
    if (types.some((type) => type !== "null")) {
      return { ...mapped(node), type: types };
    }
  }
  return mapped(node);
}

function mapped(node) {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, nullable(value)]));
}
