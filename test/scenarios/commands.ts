import { readDuration } from './durations.ts';
import { StoryPlayer } from './story-player.ts';
import { tellCopies, tellDecider, tellTable } from './views.ts';

/** What may stand in a story, and what it does. */
interface StoryCommand {
  readonly pattern: RegExp;
  play(player: StoryPlayer, ...words: string[]): void;
}

const ID = '[a-z]';
const TIME = '[\\d.]+(?:ms|s|m)';

/** With examples above. */
const COMMANDS: readonly StoryCommand[] = [
  // client x at a: set app/1 "text" cookie=#1
  command(`client (\\w+) at (${ID}): (.+)`, ({ clients }, client, member, wish) => clients.ask(client, member, wish)),

  // table                 who holds what, as the coordination store has it
  command('table', (player) => player.tellAll(tellTable(player.world))),
  // copies                what is in each copy
  command('copies', (player) => player.tellAll(tellCopies(player.world, player.load.began))),
  // who decides           at this instant
  command('who decides', (player) => player.tellAll(tellDecider(player.world))),

  // run 1500ms            time passes
  command(`run (${TIME})`, (player, time) => player.run(readDuration(time))),
  // run until b asks      until something is seen that is told so
  command('run until (.+)', (player, words) => player.runUntilSeen(words)),
  // settle                until everything is as it should be
  command('settle', (player) => player.settle()),

  // start d               another member, or one that is over: with empty memory, as the next incarnation of its id
  command(`start (${ID})`, (player, id) => player.start(id)),
  // crash a               its process is killed; its peers' lines break
  command(`crash (${ID})`, ({ world }, id) => world.crash(id)),
  // crash a quietly       with its machine: nobody is told
  command(`crash (${ID}) quietly`, ({ world }, id) => world.crash(id, { quietly: true })),
  // pause a               SIGSTOP
  command(`pause (${ID})`, ({ world }, id) => world.pause(id)),
  command(`resume (${ID})`, ({ world }, id) => world.resume(id)),
  // suspend a 3s          its machine sleeps
  command(`suspend (${ID}) (${TIME})`, ({ world }, id, time) => world.suspend(id, readDuration(time))),
  // drain a               SIGTERM
  command(`drain (${ID})`, ({ world }, id) => world.drain(id)),
  // forget a              an operator says that it is gone for good
  command(`forget (${ID})`, ({ world }, id) => {
    if (!world.forget(id, world.process(id).incarnation)) throw new Error('there is nobody to tell');
  }),

  // cut a -> b            nothing comes through this way
  command(`cut (${ID}) -> (${ID})`, ({ world }, from, to) => world.network.cut(from, to)),
  // cut a b               nor the other
  command(`cut (${ID}) (${ID})`, ({ world }, one, other) => world.network.part([one], [other])),
  // heal                  all ways are free, and the store can be reached
  command('heal', ({ world }) => {
    world.network.healAll();
    world.store.healAll();
  }),
  // slow a -> b by 20ms   for all that is sent this way
  command(`slow (${ID}) -> (${ID}) by (${TIME})`, ({ world }, from, to, time) => {
    world.network.slow(from, to, [readDuration(time), readDuration(time)]);
  }),
  // break a b             the line between them breaks; another is made 0.1 s later
  command(`break (${ID}) (${ID})`, ({ world }, one, other) => {
    world.network.breakLine(one, other);
  }),
  // break at the next answer a -> b        it breaks when that message would be sent, which is lost
  command(`break at the next ([\\w-]+) (${ID}) -> (${ID})`, ({ world: { network } }, type, from, to) => {
    network.sift(from, to, (message) => {
      if (message.type !== type) return message;
      network.sift(from, to, null);
      network.breakLine(from, to, 'nothing');
      return null;
    });
  }),
  // garble the next replicate a -> b       the state of a session changes on its way
  command(`garble the next replicate (${ID}) -> (${ID})`, ({ world: { network } }, from, to) => {
    network.sift(from, to, (message) => {
      const [state, ...others] = message.type === 'replicate' ? message.states : [];
      if (message.type !== 'replicate' || !state?.fields) return message;
      network.sift(from, to, null);
      const fields = { ...state.fields, timeoutMinutes: state.fields.timeoutMinutes + 1 };
      return { ...message, states: [{ ...state, fields }, ...others] };
    });
  }),

  // wipe the store        somebody deletes the table
  command('wipe the store', ({ world }) => world.store.replaceTable(null)),
  // store down            nobody reaches the coordination store
  command('store down', ({ world }) => {
    world.store.unreachable = true;
  }),
  command('store up', ({ world }) => world.store.healAll()),
  // store down for a      only a does not
  command(`store down for (${ID})`, ({ world }, id) => world.store.unreachableFor(id, true)),
  command(`store up for (${ID})`, ({ world }, id) => world.store.unreachableFor(id, false)),
  // lose the answer of the next swap of b  it is done, and b is told that nobody knows
  command(`lose the answer of the next swap of (${ID})`, ({ world }, id) => world.store.delayNextSwap(id, 1)),
  // delay the next swap of b by 10s        b is told so, and it is done later
  command(`delay the next swap of (${ID}) by (${TIME})`, ({ world }, id, time) => {
    world.store.delayNextSwap(id, readDuration(time));
  }),
  // drop the registration of a             as an operator can
  command(`drop the registration of (${ID})`, ({ world }, id) => world.store.dropRegistration(id)),

  // load 8 sessions at a b c every 20ms    visitors in the background, who never may find anything but what they stored
  command(`load (\\d+) sessions at ([a-z ]+) every (${TIME})`, ({ load }, count, entries, every) => {
    load.start(Number(count), entries.split(' '), readDuration(every));
  }),
  command('stop load', (player) => player.tell(player.load.stop())),
];

/** start a b c copies=2 [partitions=4] [bootstrap=3]: the first command of each story. */
const BEGINNING = /^start ([a-z ]+?) copies=(\d)(?: partitions=(\d+))?(?: bootstrap=(\d))?$/;

/**
 * Makes the cluster. Members come one after the other, so that the first one is primary of the only partition, and the
 * next ones hold its copies; `bootstrap`: at once, and there is no table before so many are there.
 */
export function beginStory(text: string): { readonly player: StoryPlayer; readonly seen: readonly string[] } {
  const [, ids = '', copies, partitions = 1, bootstrap] = BEGINNING.exec(text) ?? [];
  if (copies === undefined) throw new Error('a story begins with members: start a b c copies=2');
  const player = new StoryPlayer({
    copies: Number(copies),
    partitions: Number(partitions),
    bootstrapMembers: Number(bootstrap ?? 1),
  });
  player.observe(() => {
    for (const id of ids.split(' ')) {
      player.start(id);
      if (bootstrap === undefined) player.settle();
    }
    if (bootstrap !== undefined) player.run(1_000);
  });
  return { player, seen: tellTable(player.world) };
}

export function playCommand(player: StoryPlayer, text: string): readonly string[] {
  for (const { pattern, play } of COMMANDS) {
    const match = pattern.exec(text);
    if (match !== null) return player.observe(() => play(player, ...match.slice(1)));
  }
  throw new Error(`no story can say: ${text}`);
}

type Words = [string, string, string, string];

/** Only as many words are handed over as the pattern has groups. */
function command(pattern: string, play: (player: StoryPlayer, ...words: Words) => void): StoryCommand {
  return {
    pattern: new RegExp(`^${pattern}$`),
    play: (player, first = '', second = '', third = '', fourth = '') => play(player, first, second, third, fourth),
  };
}
