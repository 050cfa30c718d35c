import { isRecordId } from '../id/id.ts';
import { type Command, exitCodes, onlyOne, text, toJson, UsageError } from './command.ts';
import { asOption, asUsage, dataOf, dataOptions, dataUsage, exitUsage, namesOf, withReplica } from './data.ts';
import { everything, plainRecord, type Shown } from './found.ts';
import { spaceOf } from './names.ts';
import { targetOf } from './record-of.ts';
import { shortener } from './shorten.ts';
import { callerFor, dateOf, summary } from './show.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';

export const linksCommand: Command = {
  name: 'links',
  summary: 'shows which messages link to something',
  usage: `usage: rockpool links [options] ID|PATH|NAME

Lists the messages whose content links to a record, a document at a path, a person or a blob, and by which member. Of an id
the beginning is enough.

  --relation NAME only links by this member, such as root
  --full          show ids and keys in full
${asUsage}
${dataUsage}

${exitUsage}`,
  options: { ...dataOptions, ...asOption, relation: { type: 'string' }, full: { type: 'boolean' } },
  async run(world, values, files) {
    const typed = onlyOne(files, 'give one id');
    if (typed === undefined) throw new UsageError('give an id, such as one that rockpool log shows');
    const data = dataOf(world, values);
    const space = spaceOf(data.book, text(values, 'space'));
    const now = world.now();
    return withReplica(world, data.folder, space, (replica) => {
      const target = targetOf(world, data, replica, typed, space.name);
      const relation = text(values, 'relation');
      const query = { linksTo: target, ...(relation !== undefined && { relation }), order: 'time' };
      const found = [...everything(replica, query, now)];
      const relations = ({ id }: Shown) => [
        ...new Set(
          replica
            .linksOf(id, now)
            .filter((link) => link.target === target)
            .map((link) => link.relation),
        ),
      ];
      if (values.json) {
        world.write(
          toJson({ target, links: found.map((each) => ({ relations: relations(each), ...plainRecord(each) })) }),
        );
        return exitCodes.accepted;
      }
      const view = { names: namesOf(data), full: values.full === true };
      const call = callerFor(
        found.map(({ record }) => record.author),
        view,
      );
      const cut = view.full ? (id: string) => id : shortener(found.map(({ id }) => id));
      const rows = found.map((each) => [
        relations(each).map(visible).join(' '),
        dateOf(world, each),
        call(each.record.author),
        cut(each.id),
        summary(each, view),
      ]);
      if (rows.length > 0) world.write(table(rows));
      else world.complain(`nothing here links to ${isRecordId(target) ? typed : target}\n`);
      return exitCodes.accepted;
    });
  },
};
