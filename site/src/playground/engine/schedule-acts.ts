import { type Acts, vain } from './act.ts';

/** What only the suite's schedules have. */
export const scheduleActs: Acts<'connect' | 'pump' | 'drop' | 'part'> = {
  connect: (world, { connection: name, peers: [caller, answerer], offers }) => {
    const link = world.linkBetween(caller, answerer);
    if (link === undefined || world.parted.includes(caller) !== world.parted.includes(answerer)) return vain;
    return world.call(link.at, { name, caller, offers }) === undefined ? vain : {};
  },
  pump: (world, { connection: name, caller, answerer }) => {
    const connection = world.connection(name);
    if (connection === undefined || connection.isOver) return vain;
    const left = { caller, answerer };
    let arrived = 0;
    connection.tick();
    for (let moved = true; moved; ) {
      moved = false;
      for (const side of ['answerer', 'caller'] as const) {
        const message = left[side] > 0 ? connection.nextFor(side) : undefined;
        if (message === undefined) continue;
        left[side]--;
        arrived++;
        moved = true;
        connection.deliver(message);
      }
    }
    return { arrived };
  },
  drop: (world, { connection }) => {
    world.connection(connection)?.cut();
    return {};
  },
  part: (world, { peers }) => {
    world.parted = peers;
    for (const {
      peers: [one, other],
      at,
    } of world.links)
      if (peers.includes(one) !== peers.includes(other)) world.cut(at);
    return {};
  },
};
