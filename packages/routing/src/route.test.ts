import { describe, expect, test } from "vitest"
import { route } from "./route.ts"

describe("one force", () => {
  test.each([
    ["Kent Police", "kent"],
    ["kent constabulary", "kent"],
    ["The Met", "metropolitan"],
    ["met police", "metropolitan"],
    ["London Police", "metropolitan"],
    ["New Scotland Yard", "metropolitan"],
    ["GMP", "greater-manchester"],
    ["BTP", "btp"],
    ["Heddlu Gwent", "gwent"],
    ["Heddlu De Cymru", "south-wales"],
    ["South Wales Police", "south-wales"],
    ["West Midlands Police Force", "west-midlands"],
    ["City of London", "city-of-london"],
    ["City of London Police", "city-of-london"],
    ["City of London Council", "city-of-london"],
    ["avon and somerset", "avon-and-somerset"],
    ["Avon", "avon-and-somerset"],
    ["Maidstone", "kent"],
    ["the police in Maidstone", "kent"],
    ["Maidstone police station", "kent"],
    ["Kent County Council", "kent"],
    ["Caerdydd", "south-wales"],
    ["Newcastle on Tyne", "northumbria"],
    ["Stoke Trent", "staffordshire"],
    ["Heathrow", "metropolitan"],
  ])("%s is %s", (hint, tenant) => {
    expect(route(hint)).toMatchObject({ kind: "routed", tenants: [tenant] })
    expect(route(hint)).not.toHaveProperty("others")
  })
})

describe("a question", () => {
  test.each([
    ["London", ["metropolitan", "city-of-london"], "several-forces"],
    ["Llundain", ["metropolitan", "city-of-london"], "several-forces"],
    ["Sellafield", ["cumbria", "civil-nuclear-constabulary"], "several-forces"],
    ["Rubery", ["west-mercia", "west-midlands"], "several-forces"],
    ["Loughton", ["essex", "thames-valley"], "several-places"],
    ["South Wales", ["south-wales", "gwent"], "several-places"],
    ["St Ives", ["devon-and-cornwall", "cambridgeshire"], "several-places"],
    ["Newcastle", ["northumbria", "staffordshire", "dyfed-powys"], "several-places"],
    ["Ashford", ["kent", "surrey"], "several-places"],
    ["Nelson", ["lancashire", "gwent"], "several-places"],
    ["Hatfield", ["hertfordshire", "south-yorkshire"], "several-places"], // listed by hand, though nobody counted one
  ])("%s may be %j", (hint, tenants, reason) => expect(route(hint)).toMatchObject({ kind: "choose", tenants, reason }))

  test("tells the places of one name apart by longer name and by people", () => {
    expect(route("Ashford")).toMatchObject({
      candidates: [
        { tenant: "kent", place: "Ashford", population: 62787 },
        { tenant: "surrey", place: "Ashford", population: 27382 },
      ],
    })
    expect(route("Bury")).toMatchObject({
      candidates: [{ place: "Bury" }, { place: "Bury St Edmunds", population: 42812 }],
    })
  })

  test("says when there are more than six", () => {
    expect(route("North of England")).toMatchObject({ kind: "choose", more: true })
  })
})

describe("a place overwhelmingly the bigger is answered, and the others are shown", () => {
  test.each([
    ["Whitby", "north-yorkshire", ["cheshire"]],
    ["Bradford", "west-yorkshire", ["wiltshire"]],
    ["Preston", "lancashire", ["humberside", "leicestershire"]],
    ["Brixton", "metropolitan", ["devon-and-cornwall"]],
  ])("%s is %s", (hint, tenant, others) => {
    expect(route(hint)).toMatchObject({ kind: "routed", tenants: [tenant], reason: "larger-namesake", others })
  })

  test("a force that people call by a town shows the other towns of that name", () => {
    expect(route("Newport Police")).toMatchObject({
      tenants: ["gwent"],
      reason: "alias",
      others: ["hampshire", "west-mercia", "dyfed-powys", "humberside", "essex"],
    })
  })

  test("a namesake elsewhere is shown as well", () => {
    expect(route("Bangor")).toMatchObject({ tenants: ["north-wales"], elsewhere: ["psni"] })
  })
})

describe("a body elsewhere", () => {
  test.each([
    ["Police Scotland", "police-scotland", "elsewhere-name"],
    ["Glasgow", "police-scotland", "elsewhere-place"],
    ["Glasgow Police", "police-scotland", "elsewhere-name"],
    ["PSNI", "psni", "elsewhere-name"],
    ["military police", "royal-military-police", "elsewhere-name"],
    ["Jersey", "jersey-police", "elsewhere-place"],
    ["traffic warden", "civil-enforcement-officers", "elsewhere-name"],
  ])("%s is %s", (hint, body, reason) =>
    expect(route(hint)).toEqual({ kind: "elsewhere", body, reason, sure: "certain" }),
  )
})

describe("nothing that could be told without guessing", () => {
  test.each([
    "police",
    "police station",
    "heddlu",
    "the police force",
    "city",
    "borough police",
    "metropolitan borough",
    "a man in the street",
    "toString",
    "hasOwnProperty",
  ])("%s", (hint) =>
    expect(route(hint)).toEqual({ kind: "unknown", reason: "nothing-found", helps: ["town", "postcode", "force"] }),
  )

  test.each(["", "   ", "?!", "\u0301"])("%j is empty", (hint) => {
    expect(route(hint)).toMatchObject({ kind: "unknown", reason: "empty" })
  })

  test("the national desk is chosen on the page, not typed", () => {
    expect(route("national desk").kind).toBe("unknown")
  })
})

describe("what somebody named without meaning it", () => {
  test.each([
    ["Not Kent Police, Leeds", ["kent", "west-yorkshire"]],
    ["I reported it to Kent Police but the officer is in Leeds", ["kent", "west-yorkshire"]],
    ["I live at LS1 4AP but he's in Hull", ["humberside", "west-yorkshire"]],
  ])("%s is asked", (hint, tenants) => expect(route(hint)).toMatchObject({ kind: "choose", tenants }))

  test.each([
    ["police in Derby came with bailiffs", "derbyshire", "bailiffs"],
    ["he transferred from Police Scotland to Cumbria", "cumbria", "police-scotland"],
  ])("%s turns nobody away: the force is offered beside the body", (hint, tenant, body) =>
    expect(route(hint)).toMatchObject({ kind: "choose", tenants: [tenant], elsewhere: [body] }),
  )

  test.each(["Essex Road", "PC Kent", "Sgt Bradford"])(
    "%s may be a street's or a person's name, and is asked",
    (hint) => expect(route(hint)).toMatchObject({ kind: "choose", sure: "perhaps" }),
  )

  test("a job that is a common word, joining words left out, a slip of a mutated name", () => {
    expect(route("a screw in Strangeways")).toMatchObject({ kind: "elsewhere", body: "prison-staff" })
    expect(route("officer in Stoke Trent")).toMatchObject({ kind: "routed", tenants: ["staffordshire"] })
    expect(route("yng Nghaerdyd")).toMatchObject({ kind: "routed", tenants: ["south-wales"] })
  })

  test("a slip of the finger is called one, also of a place that nothing verifies", () => {
    expect(route("aamberley")).toMatchObject({ reason: "slip", sure: "likely", understood: ["Amberley"] })
  })
})
