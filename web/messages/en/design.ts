export const design = {
  title: 'Design system',
  lead: 'Every component the pages are made of, in the theme you are using. The figures on this page are samples and belong to no chain.',
  colour: 'Colour',
  colourLead:
    'Limestone and basalt by day, the mantle by night. Ember is the one warm accent: what is alive or can be acted on.',
  type: 'Type',
  typeLead:
    'Archivo carries the text, wide for titles and narrow for labels; JetBrains Mono carries names made of digits.',
  space: 'Space and edges',
  figures: 'Figures',
  states: 'States',
  names: 'Names',
  tables: 'Tables',
  charts: 'Charts',
  grid: 'Slot grid',
  life: 'Life line',
  messages: 'Empty, loading, trouble',
  inputs: 'Inputs',
  motifs: 'Layers and line',
  sample: 'Sample',
  faces: 'The face of an account is a core sample: layers, dip and fault come from its public key.',
};
