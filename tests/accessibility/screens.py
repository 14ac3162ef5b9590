# SPDX-License-Identifier: GPL-3.0-or-later
"""The screens of the console as places of the demo estate, each with something that is there once it has been read.
Words are written out in both languages, so that a translation that is missing shows."""
from urllib.parse import quote

SUBSCRIPTION = "/subscriptions/e380c515-1681-4f2b-b42e-6ce37f058189"  # the demo estate's, always
LANGUAGES = ("en", "sv")


def machine(name, group):
    return f"{SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.Compute/virtualMachines/{name}"


def vault(name, group="rg-backup"):
    return f"{SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.RecoveryServices/vaults/{name}"


def item(name, group, of):
    container = f"iaasvmcontainerv2;{group};{name}"
    return (f"{of}/backupFabrics/Azure/protectionContainers/IaasVMContainer;{container}"
            f"/protectedItems/VM;{container}")


VAULT = vault("valv-produktion")
PROTECTED = machine("sql-prod-01", "rg-produktion")
UNPROTECTED = machine("vm-web-01", "rg-webb")
PENDING = machine("sql-prod-02", "rg-produktion")
STOPPED = machine("sql-test-01", "rg-test")


class Screen:
    """A page: where it is, what stands in the window's title, and the name of something on it that comes last."""

    def __init__(self, key, page, title, sign, subject="", part=""):
        self.key = key
        self.link = f"valv://{page}{quote(subject, safe='/')}" + (f"?part={part}" if part else "")
        self._title = title
        self._sign = sign

    def title(self, language):
        return f"{said(self._title, language)} – Valv"

    def sign(self, language):
        return said(self._sign, language)


def said(words, language):
    return words if isinstance(words, str) else words[LANGUAGES.index(language)]


# Neighbours have different titles, or signs of their own, so that the page before is not taken for the one that opens.
SCREENS = [
    Screen("services", "services", ("All services", "Alla tjänster"), ("Filter services", "Filtrera tjänster")),
    Screen("overview", "overview", ("Overview", "Översikt"),
           ("Runs of the next 24 hours", "Körningar de närmaste 24 timmarna")),
    Screen("machines", "virtualmachines", ("Virtual machines", "Virtuella datorer"), ("Name: bygg-01", "Namn: bygg-01")),
    Screen("machine", "virtualmachine", "sql-prod-01", ("Open backup", "Öppna säkerhetskopiering"), PROTECTED, "overview"),
    Screen("item", "virtualmachine", "sql-prod-01", ("Kept by: On demand", "Regel: På begäran"), PROTECTED, "backup"),
    Screen("enable", "virtualmachine", "vm-web-01", ("How long copies are kept", "Så länge behålls kopiorna"),
           UNPROTECTED, "backup"),
    Screen("pending", "virtualmachine", "sql-prod-02", ("Recovery points", "Återställningspunkter"), PENDING, "backup"),
    Screen("stopped", "virtualmachine", "sql-test-01", ("Resume backup", "Återuppta säkerhetskopiering"), STOPPED, "backup"),
    Screen("vaults", "vaults", ("Recovery Services vaults", "Recovery Services-valv"), ("Name: valv-nord", "Namn: valv-nord")),
    Screen("create vault", "vaults", ("Create Recovery Services vault", "Skapa Recovery Services-valv"),
           ("Rules for the name", "Regler för namnet"), part="create"),
    Screen("vault", "vault", "valv-produktion", ("Storage growth", "Lagringstillväxt"), VAULT, "overview"),
    Screen("tags", "vault", "valv-produktion", ("Add tag", "Lägg till tagg"), VAULT, "tags"),
    Screen("infrastructure", "vault", "valv-produktion", ("Backup configuration", "Säkerhetskopieringskonfiguration"),
           VAULT, "infrastructure"),
    Screen("properties", "vault", "valv-produktion", ("Soft delete", "Mjuk borttagning"), VAULT, "properties"),
    Screen("locks", "vault", "valv-produktion", ("Level: Can't be deleted", "Nivå: Kan inte tas bort"), VAULT, "locks"),
    Screen("protect", "vault", "valv-produktion", ("Local engine (kvm01)", "Lokal motor (kvm01)"), VAULT, "backup"),
    Screen("rules", "vault", "valv-produktion", ("There is no rule yet", "Det finns ingen regel än"), VAULT, "rules"),
    Screen("items", "items", ("Backup items", "Säkerhetskopieringsobjekt"), ("Name: ad-dc-01", "Namn: ad-dc-01")),
    Screen("item types", "items", ("Backup items", "Säkerhetskopieringsobjekt"),
           ("Azure virtual machine", "Virtuell Azure-dator"), VAULT, "types"),
    Screen("jobs", "jobs", ("Backup jobs", "Säkerhetskopieringsjobb"), ("Item: sql-prod-02", "Objekt: sql-prod-02")),
    Screen("policies", "policies", ("Backup policies", "Säkerhetskopieringsprinciper"),
           ("Name: DefaultPolicy", "Namn: DefaultPolicy")),
    Screen("policy", "policy", "DefaultPolicy", ("How long copies are kept", "Så länge behålls kopiorna"),
           VAULT + "/backupPolicies/DefaultPolicy"),
    Screen("new policy", "policy", ("Create policy", "Skapa princip"), ("As of", "Per den"), VAULT, "new"),
    Screen("alerts", "alerts", ("Alerts", "Aviseringar"), ("Alerts per day", "Aviseringar per dag")),
    Screen("vault alerts", "alerts", "valv-produktion", ("Configure notifications", "Konfigurera meddelanden"), VAULT),
    Screen("reports", "reports", ("Reports", "Rapporter"), ("Items with the most data", "Objekt med mest data")),
    Screen("restore", "restore", ("Restore virtual machine", "Återställ virtuell dator"),
           ("Recovery points", "Återställningspunkter"), item("sql-prod-01", "rg-produktion", VAULT)),
    Screen("settings", "settings", ("Settings", "Inställningar"), ("Add connection", "Lägg till anslutning")),
    Screen("not found", "nothing", ("Page not found", "Sidan finns inte"), ("All services", "Alla tjänster")),
]


class Opening:
    """A blade: the screen on which it opens, what opens it, and its title. In a table what opens it is an entry of the
    first row's menu, else a button, or a key. Before that, (English, Swedish) is struck, and a string is a key. What is only
    read has one stop, its ×."""

    def __init__(self, screen, opener, title=None, table=None, key=None, before=(), is_read=False):
        self.opens = key
        self.is_read = is_read
        self._table = table
        self._before = before
        self.screen = next(each for each in SCREENS if each.key == screen)
        self._opener = opener
        self._title = title or opener
        self.key = f"{said(opener, 'en')} of {screen}"

    def opener(self, language):
        return said(self._opener, language)

    def title(self, language):
        return said(self._title, language)

    def before(self, language):
        return [(said(step, language), not isinstance(step, str)) for step in self._before]

    def table(self, language):
        return self._table and said(self._table, language)


POINTS = ("Recovery points", "Återställningspunkter")
BLADES = [
    Opening("item", ("How long it is kept", "Hur länge den behålls"), ("Recovery point", "Återställningspunkt"), POINTS),
    Opening("item", ("Delete recovery point", "Ta bort återställningspunkt"), table=POINTS),
    Opening("item", ("Back up now", "Säkerhetskopiera nu")),
    Opening("item", "Produktion-GFS"),
    Opening("item", ("Change policy", "Ändra princip")),
    Opening("item", ("Stop backup", "Stoppa säkerhetskopiering")),
    Opening("stopped", ("Resume backup", "Återuppta säkerhetskopiering")),
    Opening("stopped", ("Delete backup data", "Ta bort säkerhetskopierade data")),
    Opening("enable", ("Create a new policy", "Skapa ny princip"), ("Create policy", "Skapa princip")),
    Opening("vaults", ("Attach", "Anslut"), ("Attach a vault", "Anslut ett valv")),
    Opening("policy", ("Delete", "Ta bort"), ("Delete policy", "Ta bort princip")),
    Opening("vault alerts", ("Configure notifications", "Konfigurera meddelanden")),
    Opening("settings", ("Change the mail server", "Ändra e-postservern"), ("Mail server", "E-postserver")),
    Opening("vault", ("Recovery key", "Återställningsnyckel")),
    Opening("vault", ("Delete", "Ta bort"), ("Delete vault", "Ta bort valv")),
    Opening("infrastructure", ("Backup configuration", "Säkerhetskopieringskonfiguration")),
    Opening("rules", ("Add rule", "Lägg till regel"), ("New protection rule", "Ny skyddsregel")),
    Opening("settings", ("Add connection", "Lägg till anslutning")),
    Opening("machines", ("Enable backup for 4 machines", "Aktivera säkerhetskopiering för 4 datorer"),
            ("Enable backup", "Aktivera säkerhetskopiering"), before=["Ctrl+A"]),
    Opening("protect", ("Why is a virtual machine missing?", "Varför saknas en virtuell dator?"),
            before=[("OK", "OK"), ("OK", "OK")], is_read=True),
    Opening("services", ("Keyboard shortcuts", "Kortkommandon"), key="F1", is_read=True),
]
