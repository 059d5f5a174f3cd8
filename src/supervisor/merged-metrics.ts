/**
 * Several pages of metrics in Prometheus' text format as one: a family is described once and has the samples of all, as
 * the format asks for. On each page a family begins with its HELP; labels must tell the pages' samples apart.
 */
export function mergeMetrics(pages: readonly string[]): string {
  const families = new Map<string, string[]>();
  for (const page of pages) {
    let family: string[] = [];
    let isDescribed = true;
    for (const line of page.split('\n')) {
      if (line.startsWith('# HELP ')) {
        const name = line.split(' ')[2] ?? '';
        const known = families.get(name);
        isDescribed = known !== undefined;
        family = known ?? [];
        families.set(name, family);
      }
      const isDescription = line.startsWith('#');
      if (line !== '' && !(isDescription && isDescribed)) family.push(line);
    }
  }
  return Array.from(families.values(), (lines) => `${lines.join('\n')}\n`).join('\n');
}
