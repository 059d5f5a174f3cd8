import type { PeerMessage } from '../../src/member/door.ts';

/** The message with contents of its own, as a line makes it: what members send holds views that only their step has. */
export function kept<M extends PeerMessage>(message: M): M {
  switch (message.type) {
    case 'replicate':
    case 'catch-up': {
      const states = message.states.map(({ key, fields }) => ({
        key,
        fields: fields === null ? null : { ...fields, content: fields.content.slice() },
      }));
      return { ...message, states };
    }
    case 'answer': {
      const { outcome } = message;
      return outcome.type !== 'found'
        ? message
        : { ...message, outcome: { ...outcome, content: outcome.content.slice() } };
    }
    default:
      return message;
  }
}
