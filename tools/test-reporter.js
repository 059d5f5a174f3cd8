// A reporter for `node --test` that writes one line of JSON for each thing the test runner (run-tests.js) sums up:
// skipped and unfinished tests, and the runner's own summary ("tests 12").
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' && data.nesting === 0) {
      yield `${JSON.stringify({ type: 'summary', text: data.message })}\n`;
    } else if ((type === 'test:pass' || type === 'test:fail') && (data.skip !== undefined || data.todo !== undefined)) {
      const reason = data.skip ?? data.todo;
      const why = typeof reason === 'string' && reason !== '' ? reason : 'no reason given';
      yield `${JSON.stringify({ type: 'not-run', name: data.name, file: data.file ?? '', why })}\n`;
    }
  }
}
