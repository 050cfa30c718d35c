import { cast } from '../../src/forge/cast.ts';

const author = cast.suzy.earthstarAddress;
const place = cast.gardening.earthstarAddress;

/** Documents of es.4 that deployed peers accept, with their hashes. */
export const WORKED_ES4 = [
  {
    name: 'basic',
    document: {
      format: 'es.4',
      author,
      content: 'Flowers are pretty 🌸',
      contentHash: 'btnmggu42jdb7ghsguilq2v7fk5ofy6qut5qyubkm3cxvtmrov4xa',
      deleteAfter: null,
      path: '/wiki/shared/Flowers',
      timestamp: 1_700_000_000_000_000,
      workspace: place,
      signature:
        'b4hvttxbacmq7uj6x7eed6yk2ceuictovxvelypbjloxpsi2bvoqz5wxvej6zvbuelrjvtiuchndj3cueaavlpkacl3ycu6ugbbuxmdi',
    },
    hash: 'bm77blyjq3clww2tm3pzifvrw47hnxpwmyqc7rl746elryryl2rtq',
  },
  {
    name: 'ephemeral',
    document: {
      format: 'es.4',
      author,
      content: 'bye',
      contentHash: 'bwspuewt6d6op6ocwgknnuir7f6otndyvuagpjdprnsuvtbqtp7ua',
      deleteAfter: 1_700_003_600_000_000,
      path: `/chat/~${author}/!hello`,
      timestamp: 1_700_000_000_000_000,
      workspace: place,
      signature:
        'b3bpriwzqjfgpk4k5eqm26a6urqapxkztyyhcttlmdmdwinihlycxgcuepczskqyewxbt6ivrsudbmiabz5vn3gk7lexqxk4ew2gz2da',
    },
    hash: 'bmxk74y7rb2y64vqdfc5aa74v463rnsehxqhxku6pe7v2i4gui7oq',
  },
] as const;

/** Documents of es.5 that deployed peers accept, with their hashes. */
export const WORKED_ES5 = [
  {
    name: 'basic',
    document: {
      format: 'es.5',
      author,
      text: 'Flowers are pretty 🌸',
      textHash: 'btnmggu42jdb7ghsguilq2v7fk5ofy6qut5qyubkm3cxvtmrov4xa',
      path: '/wiki/shared/Flowers',
      timestamp: 1_700_000_000_000_000,
      share: place,
      signature:
        'bjcu255reyzh24mmhzsgwhdqmqrfofotaigvelfzmg3kqf5sxlvykkdly3plwrmkeruyppso7mjtba7bz3qb7xbhk3q6edfhfjsauybi',
      shareSignature:
        'b54enqtqcq3tkst453kzlebupx5kzb7p2aexg2bpcl4qcynxrmypnslvvocul5kkkhal243ebzmmou7wwdppgm4gv6f5h6uio6c6weay',
    },
    hash: 'bbqaqflvukkbdpyg3yhf56tsh55p2ve4yt6rzhwgk7elpvtuljwqa',
  },
  {
    name: 'ephemeral',
    document: {
      format: 'es.5',
      author,
      text: 'bye',
      textHash: 'bwspuewt6d6op6ocwgknnuir7f6otndyvuagpjdprnsuvtbqtp7ua',
      path: `/chat/~${author}/!hello`,
      timestamp: 1_700_000_000_000_000,
      share: place,
      signature:
        'b3xnpfqh34jrfhjxcl2iedbz3kw4775kgjqr2rk6edn7djwon7jd772volo6vdhskyzatlziergoxa7bshtqu54tyexbnakwhw4iawba',
      shareSignature:
        'b4o3tgumznsgsrux6vqul4cfovzwnbxi74ambiamusg4hwj2mpvlrzfzsckoofwrhsqnvm4ins2jpwff7nol6ono66nj7mup7jrhzkcy',
      deleteAfter: 1_700_003_600_000_000,
    },
    hash: 'bw5vzp7t6z5ezpjxwxoqighapmw5puzlor27vrhtkqz4davbzixrq',
  },
  {
    name: 'attachment',
    document: {
      format: 'es.5',
      author,
      text: 'a picture',
      textHash: 'bskzpuwacrfmdc7sarpme5t5hb5pogwysdgi5xqrsysormy2tocfq',
      path: '/pics/flower.txt',
      timestamp: 1_700_000_000_000_000,
      share: place,
      signature:
        'bqmfyyrezy6ml3nxxofmtypldmk3f7rys7fdbn7xtp7yfvxo54n3xtk22rfvp4amkhji53cwi7tvyut5pue6wgkpqnigsh24z45jcicq',
      shareSignature:
        'ba34bwnbkjs2d4bhx723mnq6bo6wzm7qf7tgqqziulmq5ibtmmakuhwarbsq72fswuwsfd4c4wfqxuz2ufx72hzptkbpc3veeurjpqbi',
      attachmentHash: 'b7i7pyfoh3bw56m6gy2zykbho5t5ypzlfuoqfmh5dspaehzcpk5ha',
      attachmentSize: 18,
    },
    hash: 'bndl4dk7gm4dvidhmq444mn6xsuqtfcacvbgwirjmxir2v3rllsqq',
  },
] as const;
