import type { Language } from "@candour/domain/contact.ts"

/** Words to begin a message with, in the reporter's language. */
export interface MessageTemplate {
  id: string
  /** What an officer chooses by. */
  name: string
  text: Record<Language, string>
}

/**
 * Messages that most units write, after the words to say and not to say of domain rules §11: they name nobody, ask nobody
 * to find anything out, and promise nothing. The Welsh is a draft.
 */
export const MESSAGE_TEMPLATES: readonly MessageTemplate[] = [
  {
    id: "read",
    name: "We have read it",
    text: {
      en: "Thank you for telling us. We have read what you told us. You don’t have to do anything. We will write here when there is something we can say; that may take weeks.",
      cy: "Diolch am ddweud wrthym. Rydym wedi darllen yr hyn a ddywedoch wrthym. Does dim rhaid i chi wneud dim. Byddwn yn ysgrifennu yma pan fydd rhywbeth y gallwn ei ddweud; gall hynny gymryd wythnosau.",
    },
  },
  {
    id: "safe",
    name: "Are you safe?",
    text: {
      en: "Are you safe? If somebody could hurt you, ring 999; on a mobile, press 55 if you can’t speak. If you tell us that it isn’t safe to write here, we stop.",
      cy: "Ydych chi’n ddiogel? Os gallai rhywun eich brifo, ffoniwch 999; ar ffôn symudol, pwyswch 55 os na allwch siarad. Os dywedwch wrthym nad yw’n ddiogel ysgrifennu yma, byddwn yn rhoi’r gorau iddi.",
    },
  },
  {
    id: "already-know",
    name: "Is there anything you know already?",
    text: {
      en: "Is there anything that you know already and haven’t told us: a day, a place, a car, who else was there? Please don’t look for anything and don’t ask anybody. What you know already is enough.",
      cy: "Oes unrhyw beth rydych chi’n ei wybod yn barod a heb ei ddweud wrthym: diwrnod, lle, car, pwy arall oedd yno? Peidiwch â chwilio am ddim a pheidiwch â gofyn i neb. Mae’r hyn rydych chi’n ei wybod yn barod yn ddigon.",
    },
  },
  {
    id: "looking",
    name: "We are looking into it",
    text: {
      en: "We are looking into what you told us. We can’t say what we do, so that nobody is warned. This page still works, if you want to add something that you know.",
      cy: "Rydym yn edrych ar yr hyn a ddywedoch wrthym. Allwn ni ddim dweud beth rydym yn ei wneud, fel na chaiff neb ei rybuddio. Mae’r dudalen hon yn dal i weithio, os hoffech ychwanegu rhywbeth rydych chi’n ei wybod.",
    },
  },
  {
    id: "kept",
    name: "We can’t take it further now",
    text: {
      en: "We can’t take it further now. We keep it in case others tell us. If something else happens, tell us here. This isn’t your fault.",
      cy: "Allwn ni ddim mynd ymhellach nawr. Byddwn yn ei gadw rhag ofn y bydd eraill yn dweud wrthym. Os bydd rhywbeth arall yn digwydd, dywedwch wrthym yma. Nid eich bai chi yw hyn.",
    },
  },
  {
    id: "finished",
    name: "We have finished",
    text: {
      en: "Thank you for telling us. We’ve finished looking into this. We can’t say everything that came of it. If you think that it isn’t over, this page has a button for it.",
      cy: "Diolch am ddweud wrthym. Rydym wedi gorffen edrych ar hyn. Allwn ni ddim dweud popeth a ddaeth ohono. Os ydych chi’n meddwl nad yw ar ben, mae botwm ar y dudalen hon ar gyfer hynny.",
    },
  },
  {
    id: "elsewhere",
    name: "Somebody else can help with this",
    text: {
      en: "Thank you for telling us. This is something that another service can help with, and we can’t. The page “People who can help” says who. If we have misunderstood you, write to us here.",
      cy: "Diolch am ddweud wrthym. Mae hyn yn rhywbeth y gall gwasanaeth arall helpu ag ef, ac na allwn ni. Mae’r dudalen “Pobl all helpu” yn dweud pwy. Os ydym wedi eich camddeall, ysgrifennwch atom yma.",
    },
  },
]
