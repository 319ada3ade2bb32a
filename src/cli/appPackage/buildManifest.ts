/** A Teams app manifest: the parts that the checks look at; the schema knows the rest. */
export interface Manifest {
  $schema?: string;
  manifestVersion?: string;
  icons?: { color?: string; outline?: string };
  supportsChannelFeatures?: string;
  validDomains?: string[];
  developer?: Record<string, string>;
  bots?: { botId?: string; scopes?: string[]; commandLists?: CommandList[] }[];
  composeExtensions?: { botId?: string }[];
}

export interface CommandList {
  scopes?: string[];
  commands?: { title?: string; description?: string }[];
}

const HOLE = /\$\{\{(\w+)\}\}/g;

/**
 * Fills `${{NAME}}` in every string of the template. It fills the parsed template, not its text, so a quote in a
 * value cannot change what the manifest says. A list item that is nothing but a hole with an empty value is left
 * out; a name without a value stays as it is, and checkManifest reports it.
 *
 * @param template the parsed manifest.template.json; anything that is JSON passes through.
 */
export function buildManifest(template: unknown, values: Record<string, string>): Manifest {
  const fill = (part: unknown): unknown => {
    if (typeof part === 'string')
      return part.replace(HOLE, (hole, name) => (Object.hasOwn(values, name) ? values[name]! : hole));
    if (Array.isArray(part)) return part.map(fill).filter((item, i) => item !== '' || part[i] === '');
    if (part && typeof part === 'object')
      return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, fill(item)]));
    return part;
  };
  return fill(template) as Manifest;
}
