// Colours of cloth and fibre dyed with plants and mud, and the wall and table that suit each. Every
// picture is drawn in one of these palettes.

export type Palette = {
  readonly wall: string
  readonly glow: string
  readonly table: string
  readonly light: string
  readonly main: string
  readonly deep: string
  readonly accent: string
}

export const palettes = {
  indigo: {
    wall: '#ebe5d8',
    glow: '#c3d0d6',
    table: '#bfae93',
    light: '#f2e9d5',
    main: '#34517a',
    deep: '#1c2d47',
    accent: '#b8643c',
  },
  nila: {
    wall: '#eee6da',
    glow: '#e3c6a4',
    table: '#a98d6d',
    light: '#f0ead9',
    main: '#3c6f9c',
    deep: '#1e3c60',
    accent: '#dba24e',
  },
  soga: {
    wall: '#e6e8df',
    glow: '#c6d2c4',
    table: '#b99a72',
    light: '#f4e5c6',
    main: '#8d5b2f',
    deep: '#48301d',
    accent: '#33566a',
  },
  mengkudu: {
    wall: '#f2e4d4',
    glow: '#e6bd98',
    table: '#b07f5c',
    light: '#f5e6cd',
    main: '#a23d2c',
    deep: '#591f1b',
    accent: '#d99c3f',
  },
  secang: {
    wall: '#f0e7e0',
    glow: '#dfc3b8',
    table: '#b89583',
    light: '#f9ebdf',
    main: '#bb585c',
    deep: '#6c2c39',
    accent: '#7d8d5d',
  },
  tegeran: {
    wall: '#e9e9dc',
    glow: '#bfd0c4',
    table: '#b89864',
    light: '#f8edd0',
    main: '#d09b2f',
    deep: '#70491a',
    accent: '#2f5c5a',
  },
  ketapang: {
    wall: '#f0e8d6',
    glow: '#e2c89b',
    table: '#a58c63',
    light: '#f1ebd3',
    main: '#6f7643',
    deep: '#383f25',
    accent: '#b65b31',
  },
  telawi: {
    wall: '#f1e7d9',
    glow: '#e8c2a0',
    table: '#a9916f',
    light: '#f1eddb',
    main: '#3f766a',
    deep: '#1e403d',
    accent: '#d28a3f',
  },
  lumpur: {
    wall: '#ece3d5',
    glow: '#d8b99a',
    table: '#9c8466',
    light: '#efe4d0',
    main: '#433a34',
    deep: '#241e1b',
    accent: '#ab4a30',
  },
  mahoni: {
    wall: '#e8e4da',
    glow: '#c5cdc6',
    table: '#ad8a68',
    light: '#f3e2c8',
    main: '#93503a',
    deep: '#4d271d',
    accent: '#c9a34c',
  },
  merang: {
    wall: '#e5e8df',
    glow: '#b9cbbb',
    table: '#a88e68',
    light: '#f1deb2',
    main: '#d3b071',
    deep: '#86622f',
    accent: '#5c7048',
  },
  manggis: {
    wall: '#efe6dc',
    glow: '#d9c1c9',
    table: '#ab8f7e',
    light: '#f5e7dc',
    main: '#703f60',
    deep: '#3c2138',
    accent: '#cf934d',
  },
} as const satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes
