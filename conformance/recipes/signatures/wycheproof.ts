import type { VectorCase } from '@rockpool/schemas';
import { concat, hex, littleEndian, toLittleEndian, unhex, utf8 } from '../../src/forge/bytes.ts';
import { L, P } from '../../src/forge/curve.ts';
import { publicKey, sign } from '../../src/forge/signature.ts';
import type { DraftFile } from '../cases/file.ts';
import { invalid, type Signed, valid } from './craft.ts';

const SEED = unhex('add4bb8103785baf9ac534258e8aaf65f5f1adb5ef5f3df19bb80ab989c4d64b');
const KEY = publicKey(SEED);
const HOME = 'signatures-wycheproof/3';

/** Messages of the cases 1 to 9, which are signed with the published secret. */
const MESSAGES: readonly Uint8Array[] = [
  new Uint8Array(),
  utf8('x'),
  utf8('Test'),
  utf8('Hello'),
  utf8('123400'),
  new Uint8Array(12),
  new Uint8Array(65).fill(0x61),
  Uint8Array.from({ length: 65 }, (_, index) => 0x20 + index),
  new Uint8Array(16).fill(0xff),
];

/** Cases with other keys, transcribed: number, key, message, signature. */
const VALID: readonly [number: number, key: string, message: string, signature: string][] = [
  [
    71,
    'a12c2beb77265f2aac953b5009349d94155a03ada416aad451319480e983ca4c',
    '',
    '5056325d2ab440bf30bbf0f7173199aa8b4e6fbc091cf3eb6bc6cf87cd73d992ffc216c85e4ab5b8a0bbc7e9a6e9f8d33b7f6e5ac0ffdc22d9fcaf784af84302',
  ],
  [
    72,
    'a12c2beb77265f2aac953b5009349d94155a03ada416aad451319480e983ca4c',
    '78',
    '481fafbf4364d7b682475282f517a3ac0538c9a6b6a562e99a3d8e5afb4f90a559b056b9f07af023905753b02d95eb329a35c77f154b79abbcd291615ce42f02',
  ],
  [
    73,
    'a12c2beb77265f2aac953b5009349d94155a03ada416aad451319480e983ca4c',
    '54657374',
    '8a9bb4c465a3863abc9fd0dd35d80bb28f7d33d37d74679802d63f82b20da114b8d765a1206b3e9ad7cf2b2d8d778bb8651f1fa992db293c0039eacb6161480f',
  ],
  [
    74,
    'a12c2beb77265f2aac953b5009349d94155a03ada416aad451319480e983ca4c',
    '48656c6c6f',
    'd839c20abfda1fd429531831c64f813f84b913e9928540310cf060b44c3dbf9457d44a7721fdc0d67724ff81cb450dd39b10cfb65db15dda4b8bf09d26bd3801',
  ],
  [
    75,
    'a12c2beb77265f2aac953b5009349d94155a03ada416aad451319480e983ca4c',
    '313233343030',
    '9bbb1052dcfa8ad2715c2eb716ae4f1902dea353d42ee09fd4c0b4fcb8b52b5219e2200016e1199d0061891c263e31b0bc3b55673c19610c4e0fa5408004160b',
  ],
  [
    76,
    'a12c2beb77265f2aac953b5009349d94155a03ada416aad451319480e983ca4c',
    '000000000000000000000000',
    'f63b5c0667c7897fc283296416f7f60e84bbde9cbd832e56be463ed9f568069702b17a2f7c341ebf590706a6388ac76ac613c1675ec0f2c7118f2573422a500b',
  ],
  [
    79,
    'a12c2beb77265f2aac953b5009349d94155a03ada416aad451319480e983ca4c',
    'ffffffffffffffffffffffffffffffff',
    '8acd679e1a914fc45d5fa83d3021f0509c805c8d271df54e52f43cfbd00cb6222bf81d58fe1de2de378df67ee9f453786626961fe50a9b05f12b6f0899ebdd0a',
  ],
  [
    84,
    '100fdf47fb94f1536a4f7c3fda27383fa03375a8f527c537e6f1703c47f94f86',
    '124e583f8b8eca58bb29c271b41d36986bbc45541f8e51f9cb0133eca447601e',
    'dac119d6ca87fc59ae611c157048f4d4fc932a149dbe20ec6effd1436abf83ea05c7df0fef06147241259113909bc71bd3c53ba4464ffcad3c0968f2ffffff0f',
  ],
  [
    89,
    '32ad026f693d0d2afe7f4388d91c4c964426fcb9e3665c3ebd8650009b815c8e',
    'ec5c7cb078',
    'd920d421a5956b69bfe1ba834c025e2babb6c7a6d78c97de1d9bb1116dfdd1185147b2887e34e15578172e150774275ea2aad9e02106f7e8ca1caa669a066f0c',
  ],
  [
    90,
    '32ad026f693d0d2afe7f4388d91c4c964426fcb9e3665c3ebd8650009b815c8e',
    '4668c6a76f0e482190a7175b9f3806a5fe4314a004fa69f988373f7a',
    '4f62daf7f7c162038552ad7d306e195baa37ecf6ca7604142679d7d1128e1f8af52e4cb3545748c44ef1ff1c64e877e4f4d248259b7f6eb56e3ef72097dc8e0c',
  ],
  [
    91,
    'c29ec1894e06d27b4e40486b4fa5063d66a746c7f9c323b12203c03b72b8b78a',
    '0f325ffd87e58131ffa23c05ea4579513b287fdba87b44',
    '6669acf94667c5b541afe5307bde9476b13ae7e0e6058a772101ac8eb0a94331428eb4db0a2c68a9b6c1763b8624dab259b0876cdcfaeacc17b21a18e3fc010a',
  ],
  [
    92,
    'cfda5b899e35764c5229e59295fe1222b7ddce176643697c29e46ecbba10cf10',
    'ec5c7cb078',
    '30490c28f806298225df62103521dcee047153912c33ab8ab8bbdd1ffabd70fd4fdb360f05be535b067d1cf4e78c2cb432206bf280aab3bd21aaa1cb894c5b06',
  ],
  [
    94,
    'cfda5b899e35764c5229e59295fe1222b7ddce176643697c29e46ecbba10cf10',
    '67484059b2490b1a0a4f8dee77979e26',
    '4cd4f77ed473a6647387f3163541c67a1708a3c3bd1673247cb87f0cb68b3c56f04bfa72970c8a483efe659c87009ab4020b590b6641316b3deddb5450544e02',
  ],
  [
    98,
    '529919c9c780985a841c42ba6c180ff2d67a276ccfbe281080e47ab71a758f56',
    'e1cbf2d86827825613fb7a85811d',
    '01abfa4d6bbc726b196928ec84fd03f0c953a4fa2b228249562ff1442a4f63a7150b064f3712b51c2af768d2c2711a71aabf8d186833e941a0301b82f0502905',
  ],
  [
    100,
    '32ad026f693d0d2afe7f4388d91c4c964426fcb9e3665c3ebd8650009b815c8e',
    'a1',
    '1a74ed2cbdc7d8f3827014e8e6ecf8fd2698ac8f86833acccdd400df710fe0d6b0543c9cfa00d52bf024ab7ce0d91981944097233ec134d5c7abbd44bfd32d0d',
  ],
  [
    101,
    '2252b3d57c74cbf8bc460dc2e082847926bc022f09ab6ae95756362bfd1167c1',
    '975ef941710071a9e1e6325a0c860becd7c695b5117c3107b686e330e5',
    'af0fd9dda7e03e12313410d8d8844ebb6fe6b7f65141f22d7bcba5695a25414a9e54326fb44d59fb14707899a8aae70857b23d4080d7ab2c396ef3a36d45ce02',
  ],
  [
    102,
    'c0a773110f975de3732355bb7ec7f0c41c091c0252966070205516693b992a4a',
    '',
    '0280427e713378f49d478df6373c6cac847b622b567daa2376c839e7ac10e22c380ab0fa8617c9dcfe76c4d9db5459b21dc1413726e46cc8f387d359e344f407',
  ],
  [
    105,
    'c9c946cbc5544ac74eef491f07c5881c16faf7ec31ce4aa91bb60ae7b4539051',
    '27d465bc632743522aefa23c',
    'c2656951e2a0285585a51ff0eda7e9a23c2dfd2ffa273aee7808f4604e8f9a8c8ea49e9fce4eb2d8d75d36b7238fe6fc13b6c5d9427dd58f8c6615d033c0bd0f',
  ],
  [
    106,
    'c29ec1894e06d27b4e40486b4fa5063d66a746c7f9c323b12203c03b72b8b78a',
    '5ffa',
    '931e5152fcef078c22cc5d6a3a65f06e396289f6f5f2d1efa6340254a53526ef5dc6874eeddf35c3f50991c53cd02bf06313e37d93ee1f7022128ffa3b8f300b',
  ],
  [
    107,
    '529919c9c780985a841c42ba6c180ff2d67a276ccfbe281080e47ab71a758f56',
    '25',
    'e4ae21f7a8f4b3b325c161a8c6e53e2edd7005b9c2f8a2e3b0ac4ba94aa80be6f2ee22ac8d4a96b9a3eb73a825e7bb5aff4a3393bf5b4a38119e9c9b1b041106',
  ],
  [
    110,
    '32ad026f693d0d2afe7f4388d91c4c964426fcb9e3665c3ebd8650009b815c8e',
    'aa365b442d12b7f3c925',
    '83c40ce13d483cc58ff65844875862d93df4bd367af77efa469ec06a8ed9e6d7905a04879535708ddf225567a815c9b941d405c98e918fd0c151165cea7fb101',
  ],
  [
    111,
    '54cda623245759ad6d43e620a606908befc633d60792bc7798447a0ef38e7311',
    '27e792b28b2f1702',
    '14d9b497c19b91d43481c55bb6f5056de252d9ecb637575c807e58e9b4c5eac8b284089d97e2192dc242014363208e2c9a3435edf8928fb1d893553e9be4c703',
  ],
  [
    113,
    '32ad026f693d0d2afe7f4388d91c4c964426fcb9e3665c3ebd8650009b815c8e',
    '475f',
    '71a4a06a34075f2fd47bc3abf4714d46db7e97b08cb6180d3f1539ac50b18ce51f8af8ae95ed21d4fa0daab7235925631ecea1fd9d0d8a2ba7a7583fd04b900c',
  ],
  [
    114,
    '037b55b427dc8daa0f80fcebaf0846902309f8a6cf18b465c0ce9b6539629ac8',
    '01234567',
    'c964e100033ce8888b23466677da4f4aea29923f642ae508f9d0888d788150636ab9b2c3765e91bbb05153801114d9e52dc700df377212222bb766be4b8c020d',
  ],
  [
    115,
    '9c0007698f177998a7666c7cf7973e2b88e9c4946e33804a7bbe8968d2394b2e',
    '9399a6db9433d2a28d2b0c11c8794ab7d108c95b',
    '176065c6d64a136a2227687d77f61f3fca3b16122c966276fd9a8b14a1a2cea4c33b3533d11101717016684e3810efbea63bb23773f7cc480174199abd734f08',
  ],
  [
    116,
    'ed3a6f9721dc9729c1f76635bcf080d7036e1c2f0228654ccbbe1e738c17b963',
    '7af783afbbd44c1833ab7237ecaf63b94ffdd003',
    '7ca69331eec8610d38f00e2cdbd46966cb359dcde98a257ac6f362cc00c8f4fe85c02285fe4d66e31a44cadb2bf474e1a7957609eb4fe95a71473fe6699aa70d',
  ],
  [
    117,
    '4abfb535313705a6570018440cdec1a3ae33e51f352112fa6acbd0c6bc3ea859',
    '321b5f663c19e30ee7bbb85e48ecf44db9d3f512',
    'f296715e855d8aecccba782b670163dedc4458fe4eb509a856bcac450920fd2e95a3a3eb212d2d9ccaf948c39ae46a2548af125f8e2ad9b77bd18f92d59f9200',
  ],
  [
    118,
    '4f2162e6bf03a712db0efa418b7e7006e23871d9d7ec555a313885c4afd96385',
    'c48890e92aeeb3af04858a8dc1d34f16a4347b91',
    '367d07253a9d5a77d054b9c1a82d3c0a448a51905343320b3559325ef41839608aa45564978da1b2968c556cfb23b0c98a9be83e594d5e769d69d1156e1b1506',
  ],
  [
    121,
    '0717d75ce27ea181ed5a30e6456c649b5cf453a6b4c12cd3f9fd16b31e0c25cd',
    '26d5f0631f49106db58c4cfc903691134811b33c',
    '9588e02bc815649d359ce710cdc69814556dd8c8bab1c468f40a49ebefb7f0de7ed49725edfd1b708fa1bad277c35d6c1b9c5ec25990997645780f9203d7dd08',
  ],
  [
    140,
    '6220972d3f7d150b36790d7d522384876d64d640cd9913186815e1629582ed36',
    '6f2f0245de4587062979d0422d349f93ccdc3af2',
    '4adeaff7a58c5010a5a067feea0ae504d37b0c6a76c6c153e222f13409dff2df0fab69bc5059b97d925dc1b89e9851d7c627cb82d65585f9fd976124553f8902',
  ],
  [
    144,
    '0aaee4b723db9b51ba7d22eb23eb8a76a5ac02f4fc9dd06f77bea42e1d37ec5a',
    '0fbf5d47cb5d498feace8f98f1896208da38a885',
    'fa3cd41e3a8c00b19eecd404a63c3cb787cd30de0dfc936966cff2117f5aff18db6bef80fcfd8856f3fb2e9c3dc47593e9471103032af918feee638a33d40505',
  ],
];

/** The cases 42 to 58: one bit of R of case 5 is turned over, and S is computed anew; transcribed. */
const TURNED: readonly [bit: number, s: string][] = [
  [0, '1d125e5538f38afbcc1c84e489521083041d24bc6240767029da063271a1ff0c'],
  [1, 'c108ca4b87a49c9ed2cf383aecad8f54a962b2899da891e12004d7993a627e01'],
  [2, '9ce23fc6213ed5b87912e9bbf92f5e2c780eae26d15c50a112d1e97d2ea33c06'],
  [7, 'bb3eb51cd98dddb235a5f46f2bded6af184a58d09cce928bda43f41d69118a03'],
  [8, 'cd237dda9a116501f67a5705a854b9adc304f34720803a91b324f2c13e0f5a09'],
  [16, '6b167bbdc0d881cc04d28905552c1876f3709851abc5007376940cc8a435c300'],
  [31, '7fd2ac7da14afffcceeb13f2a0d6b887941cb1a5eb57a52f3cb131a16cce7b0e'],
  [32, '7373ba13ebbef99cd2a8ead55ce735c987d85a35320925a8e871702dc7c5c40d'],
  [63, 'd35bd331c03f0855504ca1cab87b83c36a028425a3cf007ede4f4254c261cb00'],
  [64, 'cb35101f73cf467deac8c1a03b6c3dc35af544132734b7e57ab20c89b2e4750d'],
  [97, 'b58d2e8878290bff8d3355fdd4ea381924ee578752354eb6dee678ab4011c301'],
  [127, 'b978c866187ffb1cc7b29a0b4045aefc08768df65717194ff0c6e63f4dea0d02'],
  [240, '0576ecf8eaf675f00f3dfbe19f75b83b7607a6c96414f6821af920a2498d0305'],
  [247, 'e5241a345c7b5428054c74b7c382fa10d4a5f1e8f8b79a71d3fdea2254f1ff0e'],
  [248, '63950c85cd6dc96364e768de50ff7732b538f8a0b1615d799190ab600849230e'],
  [253, '543bd3da0a56a8c9c152f59c9fec12f31fa66434d48b817b30d90cb4efa8b501'],
  [254, '8da07efd07a6dafb015ed6a32fe136319a972ffbc341f3a0beae97ccf8136505'],
  [255, '227aedf259f910f0f3a759a335062665217925d019173b88917eae294f75d40f'],
];

const about = (number: number) => ({ source: `Wycheproof, ed25519_test.json, tcId ${number}` });
const home = (number: number, defect: string, message: Uint8Array, signature: Uint8Array): VectorCase =>
  invalid(`signatures-wycheproof/${number}`, HOME, defect, { key: KEY, message, signature }, undefined, about(number));

const little = (value: bigint): Uint8Array => toLittleEndian(value, 32);

/** The cases 10 to 29: special values as R and as S. */
const special = (): VectorCase[] => {
  const rs = [0n, 1n, L, P];
  const ss = [0n, 1n, L - 1n, L, P];
  const names = new Map([
    [0n, '0'],
    [1n, '1'],
    [L - 1n, 'L − 1'],
    [L, 'L'],
    [P, 'p'],
  ]);
  return rs.flatMap((r, i) =>
    ss.map((s, j) =>
      home(10 + 5 * i + j, `R is ${names.get(r)}, S is ${names.get(s)}`, utf8('?'), concat(little(r), little(s))),
    ),
  );
};

const test: Signed = { key: KEY, message: utf8('Test'), signature: sign(SEED, utf8('Test')) };
const [R, S] = [test.signature.subarray(0, 32), test.signature.subarray(32)];

/** The cases 30 to 41: signatures that were cut or have something added. */
const lengths = (): VectorCase[] => {
  const zero = Uint8Array.of(0);
  const rows: [defect: string, message: string, signature: Uint8Array][] = [
    ['an empty signature', 'Test', new Uint8Array()],
    ['S is missing', 'Test', R],
    ['two bytes are missing', 'Test', test.signature.subarray(0, 62)],
    ['two blanks behind', 'Test', concat(test.signature, utf8('  '))],
    ['the key behind the signature', 'Test', concat(test.signature, KEY)],
    ['a byte 00 in front of the signature', 'Test', concat(zero, test.signature)],
    ['a byte 00 in front of S', 'Test', concat(R, zero, S)],
    ['a byte 00 behind the signature', 'Test', concat(test.signature, zero)],
    [
      'a byte 00 was taken from the end',
      'Test17',
      unhex(
        '93de3ca252426c95f735cb9edd92e83321ac62372d5aa5b379786bae111ab6b17251330e8f9a7c30d6993137c596007d7b001409287535ac4804e662bc58a3',
      ),
    ],
    [
      'a byte 00 was taken from the end',
      'Test126',
      unhex(
        'dffed33a7f420b62bb1731cfd03be805affd18a281ec02b1067ba6e9d20826569e742347df59c88ae96db1f1969fb189b0ec34381d85633e1889da48d95e0e',
      ),
    ],
    [
      'a byte 00 was taken from the front',
      'Test50',
      unhex(
        '6e170c719577c25e0e1e8b8aa7a6346f8b109f37385cc2e85dc3b4c0f46a9c6bcafd67f52324c5dbaf40a1b673fb29c4a56052d2d6999d0838a8337bccb502',
      ),
    ],
    [
      'one byte of a pair was dropped',
      'Test347',
      unhex(
        'b0928b46e99fbbad3f5cb502d2cd309d94a7e86cfd4d84b1fcf4cea18075a9c36993c0582dba1e9e519fae5a8654f454201ae0c3cb397c37b8f4f8eef18400',
      ),
    ],
  ];
  return rows.map(([defect, message, signature], index) => home(30 + index, defect, utf8(message), signature));
};

/** The cases 42 to 62: R is spoiled, and S computed so that the recovered point is the old one. */
const spoiledR = (): VectorCase[] => {
  const message = utf8('123400');
  const r = sign(SEED, message).subarray(0, 32);
  return [
    ...TURNED.map(([bit, s], index) => {
      const turned = r.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      return home(42 + index, `bit ${bit} of R turned over`, message, concat(turned, unhex(s)));
    }),
    home(
      60,
      'R is 0',
      message,
      concat(little(0n), unhex('e0b8e7770d51c7a36375d006c5bffd6af43ff54aaf47e4330dc118c71d61ec02')),
    ),
    home(
      61,
      'all bits of R are 1',
      message,
      concat(unhex('ff'.repeat(32)), unhex('463a1908382e7eb7693acef9884f7cf931a215e0791876be22c631a59881fd0e')),
    ),
    home(
      62,
      'all bits of R turned over',
      message,
      concat(
        r.map((byte) => byte ^ 255),
        unhex('0e94254586cb6188c5386c3febed477cb9a6cb29e3979adc4cb27cf5278fb70a'),
      ),
    ),
  ];
};

/** The cases 63 to 70: S is larger. */
const largerS = (): VectorCase[] => {
  const rows: [words: string, more: bigint][] = [
    ['L', L],
    ['2L', 2n * L],
    ['4L', 4n * L],
    ['8L', 8n * L],
    ['2^253', 2n ** 253n],
    ['2^254', 2n ** 254n],
    ['2^255', 2n ** 255n],
    ['p', P],
  ];
  return rows.map(([words, more], index) =>
    home(63 + index, `${words} added to S`, test.message, concat(R, little(littleEndian(S) + more))),
  );
};

const others = (): VectorCase[] => [
  invalid(
    'signatures-wycheproof/85',
    'signatures-wycheproof/84',
    'S just above its bound',
    {
      key: unhex('100fdf47fb94f1536a4f7c3fda27383fa03375a8f527c537e6f1703c47f94f86'),
      message: unhex('6a0bc2b0057cedfc0fa2e3f7f7d39279b30f454a69dfd1117c758d86b19d85e0'),
      signature: unhex(
        '0971f86d2c9c78582524a103cb9cf949522ae528f8054dc20107d999be673ff4e25ebf2f2928766b1248bec6e91697775f8446639ede46ad4df4053000000010',
      ),
    },
    undefined,
    about(85),
  ),
  invalid(
    'signatures-wycheproof/151',
    'signatures/rfc8032-1',
    'R is the identity with its sign set, which is not canonical',
    {
      key: unhex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'),
      message: utf8('123400'),
      signature: unhex(
        '0100000000000000000000000000000000000000000000000000000000000080c803ee1f2342aa96ff698a393d1ab5e66f3eda101d6d120b394c3fd32c117d0a',
      ),
    },
    undefined,
    about(151),
  ),
];

/** Cases of Wycheproof; those with a published secret or a rule for their making are made again here. */
export const makeWycheproof = (): DraftFile => ({
  name: 'signatures-wycheproof',
  title: 'Wycheproof',
  description: `Signatures of Project Wycheproof (ed25519_test.json, Apache-2.0), with its numbers: all that it calls invalid, and a selection of the valid ones. Where a case follows from another by a rule, it was made again by that rule; the others were transcribed. The key of the first 70 is ${hex(KEY)}.`,
  cases: [
    ...MESSAGES.map((message, index) =>
      valid(
        `signatures-wycheproof/${index + 1}`,
        `a message of ${message.length} bytes`,
        { key: KEY, message, signature: sign(SEED, message) },
        ['SIG-7'],
        about(index + 1),
      ),
    ),
    ...VALID.map(([number, key, message, signature]) =>
      valid(
        `signatures-wycheproof/${number}`,
        number === 84 ? 'S just below its bound' : `another key and a message of ${message.length / 2} bytes`,
        { key: unhex(key), message: unhex(message), signature: unhex(signature) },
        number === 84 ? ['SIG-3', 'SIG-7'] : ['SIG-7'],
        about(number),
      ),
    ),
    ...special(),
    ...lengths(),
    ...spoiledR(),
    ...largerS(),
    ...others(),
  ],
});
