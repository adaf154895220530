import type { Reply } from '../../../src/conversation/reply.ts';

/** Parts of every reply below. */
const common = {
  lang: 'en',
  confidence: 0.9,
  before: [],
  passages: [],
  sources: [],
  contacts: [],
  after: [],
  choices: [],
  feedback: false,
} as const;

export const answer: Reply = {
  ...common,
  kind: 'answer',
  section: 'page/work',
  before: ['It says:'],
  passages: [{ text: 'We look for things that are *stolen* <and> sold.', section: 'page/work' }],
  sources: [
    {
      section: 'page/work',
      heading: 'Our Work',
      title: 'What We Do',
      url: 'https://example.gov/what#:~:text=We%20look',
      archived: true,
      reviewed: '2018-01-03',
      old: true,
      label: 'Our Work · What We Do, reviewed January 3, 2018 (archived copy)',
    },
  ],
  choices: [
    { label: 'More from this section', value: 'tell me more' },
    { label: 'Report a crime', value: 'I want to report a crime' },
  ],
  feedback: true,
};

export const tipLine: Reply = {
  ...common,
  kind: 'handoff',
  before: ['If anyone is in danger right now, call 911.', 'To report this, call the tip line:'],
  contacts: [
    {
      id: 'tip-line',
      name: 'Tip line',
      purpose: 'Reports of crimes.',
      facts: [
        { kind: 'phone', label: 'Phone', value: '1-866-DHS-2-ICE (1-866-347-2423)', href: 'tel:+18663472423' },
        { kind: 'url', label: 'Online', value: 'https://www.example.gov/form', href: 'https://www.example.gov/form' },
        { kind: 'hours', label: 'Hours', value: '24 hours a day', href: null },
      ],
      more: [{ kind: 'tty', label: 'TTY', value: '802-872-6196', href: 'tel:+18028726196' }],
    },
  ],
  after: ['I can’t take reports.'],
};

export const emergency: Reply = {
  ...common,
  kind: 'emergency',
  before: ['Call 911 now.', 'Get to a safe place if you can.'],
  contacts: [
    {
      id: 'emergency',
      name: 'Emergency',
      purpose: 'Danger to life.',
      facts: [{ kind: 'phone', label: 'Phone', value: '911', href: 'tel:911' }],
      more: [],
    },
  ],
};

export const thanks: Reply = { ...common, kind: 'smalltalk', before: ['You’re *welcome*.'] };
