<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE">
    <context>
        <name>ActivityNotes</name>
        <message>
            <source>Deployment started</source>
            <translation>Distributionen har startat</translation>
        </message>
        <message>
            <source>Enabling backup for %1…</source>
            <translation>Aktiverar säkerhetskopiering för %1 …</translation>
        </message>
        <message>
            <source>Deployment succeeded</source>
            <translation>Distributionen har slutförts</translation>
        </message>
        <message>
            <source>Backup enabled for %1</source>
            <translation>Säkerhetskopiering har aktiverats för %1</translation>
        </message>
        <message>
            <source>Deployment failed</source>
            <translation>Distributionen misslyckades</translation>
        </message>
        <message>
            <source>Backup could not be enabled for %1</source>
            <translation>Säkerhetskopiering kunde inte aktiveras för %1</translation>
        </message>
        <message>
            <source>Creating the vault %1…</source>
            <translation>Skapar valvet %1 …</translation>
        </message>
        <message>
            <source>The vault %1 has been created</source>
            <translation>Valvet %1 har skapats</translation>
        </message>
        <message>
            <source>The vault %1 could not be created</source>
            <translation>Valvet %1 kunde inte skapas</translation>
        </message>
        <message>
            <source>Deleting the vault</source>
            <translation>Tar bort valvet</translation>
        </message>
        <message>
            <source>Deleting the vault %1…</source>
            <translation>Tar bort valvet %1 …</translation>
        </message>
        <message>
            <source>Vault deleted</source>
            <translation>Valvet har tagits bort</translation>
        </message>
        <message>
            <source>The vault %1 has been deleted</source>
            <translation>Valvet %1 har tagits bort</translation>
        </message>
        <message>
            <source>The vault was not deleted</source>
            <translation>Valvet togs inte bort</translation>
        </message>
        <message>
            <source>The vault %1 could not be deleted</source>
            <translation>Valvet %1 kunde inte tas bort</translation>
        </message>
        <message>
            <source>Saving the policy</source>
            <translation>Sparar principen</translation>
        </message>
        <message>
            <source>Saving the policy %1…</source>
            <translation>Sparar principen %1 …</translation>
        </message>
        <message>
            <source>Policy saved</source>
            <translation>Principen har sparats</translation>
        </message>
        <message>
            <source>The policy %1 has been saved</source>
            <translation>Principen %1 har sparats</translation>
        </message>
        <message>
            <source>The policy was not saved</source>
            <translation>Principen sparades inte</translation>
        </message>
        <message>
            <source>The policy %1 could not be saved</source>
            <translation>Principen %1 kunde inte sparas</translation>
        </message>
        <message>
            <source>Deleting the policy</source>
            <translation>Tar bort principen</translation>
        </message>
        <message>
            <source>Deleting the policy %1…</source>
            <translation>Tar bort principen %1 …</translation>
        </message>
        <message>
            <source>Policy deleted</source>
            <translation>Principen har tagits bort</translation>
        </message>
        <message>
            <source>The policy %1 has been deleted</source>
            <translation>Principen %1 har tagits bort</translation>
        </message>
        <message>
            <source>The policy was not deleted</source>
            <translation>Principen togs inte bort</translation>
        </message>
        <message>
            <source>The policy %1 could not be deleted</source>
            <translation>Principen %1 kunde inte tas bort</translation>
        </message>
        <message>
            <source>Changing the policy</source>
            <translation>Byter princip</translation>
        </message>
        <message>
            <source>Changing the policy of %1…</source>
            <translation>Byter princip för %1 …</translation>
        </message>
        <message>
            <source>Policy changed</source>
            <translation>Principen har bytts</translation>
        </message>
        <message>
            <source>%1 now uses the policy %2</source>
            <translation>%1 använder nu principen %2</translation>
        </message>
        <message>
            <source>The policy was not changed</source>
            <translation>Principen byttes inte</translation>
        </message>
        <message>
            <source>The policy of %1 could not be changed</source>
            <translation>Principen för %1 kunde inte bytas</translation>
        </message>
        <message>
            <source>Backup requested</source>
            <translation>Säkerhetskopiering begärd</translation>
        </message>
        <message>
            <source>Starting the backup of %1…</source>
            <translation>Startar säkerhetskopieringen av %1 …</translation>
        </message>
        <message>
            <source>Backup triggered</source>
            <translation>Säkerhetskopieringen har utlösts</translation>
        </message>
        <message>
            <source>The backup of %1 has been triggered. Follow it under Backup jobs.</source>
            <translation>Säkerhetskopieringen av %1 har utlösts. Följ den under Säkerhetskopieringsjobb.</translation>
        </message>
        <message>
            <source>The backup did not start</source>
            <translation>Säkerhetskopieringen startade inte</translation>
        </message>
        <message>
            <source>The backup of %1 could not be started</source>
            <translation>Säkerhetskopieringen av %1 kunde inte startas</translation>
        </message>
        <message>
            <source>Restore requested</source>
            <translation>Återställning begärd</translation>
        </message>
        <message>
            <source>Starting the restore of %1…</source>
            <translation>Startar återställningen av %1 …</translation>
        </message>
        <message>
            <source>Restore triggered</source>
            <translation>Återställningen har utlösts</translation>
        </message>
        <message>
            <source>The restore of %1 has been triggered</source>
            <translation>Återställningen av %1 har utlösts</translation>
        </message>
        <message>
            <source>The restore did not start</source>
            <translation>Återställningen startade inte</translation>
        </message>
        <message>
            <source>The restore of %1 could not be started</source>
            <translation>Återställningen av %1 kunde inte startas</translation>
        </message>
        <message>
            <source>Stopping backup</source>
            <translation>Stoppar säkerhetskopieringen</translation>
        </message>
        <message>
            <source>Stopping the backup of %1…</source>
            <translation>Stoppar säkerhetskopieringen av %1 …</translation>
        </message>
        <message>
            <source>Backup stopped</source>
            <translation>Säkerhetskopieringen har stoppats</translation>
        </message>
        <message>
            <source>Backup of %1 has been stopped; data is kept</source>
            <translation>Säkerhetskopieringen av %1 har stoppats. Data behålls.</translation>
        </message>
        <message>
            <source>Backup was not stopped</source>
            <translation>Säkerhetskopieringen stoppades inte</translation>
        </message>
        <message>
            <source>The backup of %1 could not be stopped</source>
            <translation>Säkerhetskopieringen av %1 kunde inte stoppas</translation>
        </message>
        <message>
            <source>Resuming backup</source>
            <translation>Återupptar säkerhetskopieringen</translation>
        </message>
        <message>
            <source>Resuming the backup of %1…</source>
            <translation>Återupptar säkerhetskopieringen av %1 …</translation>
        </message>
        <message>
            <source>Backup resumed</source>
            <translation>Säkerhetskopieringen har återupptagits</translation>
        </message>
        <message>
            <source>%1 is protected again</source>
            <translation>%1 skyddas igen</translation>
        </message>
        <message>
            <source>Backup was not resumed</source>
            <translation>Säkerhetskopieringen återupptogs inte</translation>
        </message>
        <message>
            <source>The backup of %1 could not be resumed</source>
            <translation>Säkerhetskopieringen av %1 kunde inte återupptas</translation>
        </message>
        <message>
            <source>Deleting backup data</source>
            <translation>Tar bort säkerhetskopierade data</translation>
        </message>
        <message>
            <source>Deleting backup data for %1…</source>
            <translation>Tar bort säkerhetskopierade data för %1 …</translation>
        </message>
        <message>
            <source>Backup data deleted</source>
            <translation>Säkerhetskopierade data har tagits bort</translation>
        </message>
        <message>
            <source>Backup data for %1 has been deleted</source>
            <translation>Säkerhetskopierade data för %1 har tagits bort</translation>
        </message>
        <message>
            <source>Backup data was not deleted</source>
            <translation>Säkerhetskopierade data togs inte bort</translation>
        </message>
        <message>
            <source>Backup data for %1 could not be deleted</source>
            <translation>Säkerhetskopierade data för %1 kunde inte tas bort</translation>
        </message>
        <message>
            <source>Undoing the deletion</source>
            <translation>Ångrar borttagningen</translation>
        </message>
        <message>
            <source>Undoing the deletion of %1…</source>
            <translation>Ångrar borttagningen av %1 …</translation>
        </message>
        <message>
            <source>Deletion undone</source>
            <translation>Borttagningen har ångrats</translation>
        </message>
        <message>
            <source>The deletion of %1 has been undone</source>
            <translation>Borttagningen av %1 har ångrats</translation>
        </message>
        <message>
            <source>The deletion was not undone</source>
            <translation>Borttagningen ångrades inte</translation>
        </message>
        <message>
            <source>The deletion of %1 could not be undone</source>
            <translation>Borttagningen av %1 kunde inte ångras</translation>
        </message>
        <message>
            <source>Canceling the job</source>
            <translation>Avbryter jobbet</translation>
        </message>
        <message>
            <source>Canceling the job for %1…</source>
            <translation>Avbryter jobbet för %1 …</translation>
        </message>
        <message>
            <source>Cancel requested</source>
            <translation>Avbrott begärt</translation>
        </message>
        <message>
            <source>The job for %1 is being canceled</source>
            <translation>Jobbet för %1 avbryts</translation>
        </message>
        <message>
            <source>The job was not canceled</source>
            <translation>Jobbet avbröts inte</translation>
        </message>
        <message>
            <source>The job for %1 could not be canceled</source>
            <translation>Jobbet för %1 kunde inte avbrytas</translation>
        </message>
        <message>
            <source>Backup completed</source>
            <translation>Säkerhetskopieringen är klar</translation>
        </message>
        <message>
            <source>Backup of %1 completed</source>
            <translation>Säkerhetskopieringen av %1 har slutförts</translation>
        </message>
        <message>
            <source>Backup failed</source>
            <translation>Säkerhetskopieringen misslyckades</translation>
        </message>
        <message>
            <source>Backup of %1 failed</source>
            <translation>Säkerhetskopieringen av %1 misslyckades</translation>
        </message>
        <message>
            <source>Restore completed</source>
            <translation>Återställningen är klar</translation>
        </message>
        <message>
            <source>The restore of %1 completed</source>
            <translation>Återställningen av %1 har slutförts</translation>
        </message>
        <message>
            <source>Restore failed</source>
            <translation>Återställningen misslyckades</translation>
        </message>
        <message>
            <source>The restore of %1 failed</source>
            <translation>Återställningen av %1 misslyckades</translation>
        </message>
        <message>
            <source>Job canceled</source>
            <translation>Jobbet har avbrutits</translation>
        </message>
        <message>
            <source>The job for %1 has been canceled</source>
            <translation>Jobbet för %1 har avbrutits</translation>
        </message>
        <message>
            <source>Changing a recovery point</source>
            <translation>Ändrar en återställningspunkt</translation>
        </message>
        <message>
            <source>Changing a recovery point of %1…</source>
            <translation>Ändrar en återställningspunkt för %1 …</translation>
        </message>
        <message>
            <source>Recovery point changed</source>
            <translation>Återställningspunkten har ändrats</translation>
        </message>
        <message>
            <source>How long a recovery point of %1 is kept has been changed</source>
            <translation>Hur länge en återställningspunkt för %1 behålls har ändrats</translation>
        </message>
        <message>
            <source>The recovery point was not changed</source>
            <translation>Återställningspunkten ändrades inte</translation>
        </message>
        <message>
            <source>A recovery point of %1 could not be changed</source>
            <translation>Det gick inte att ändra en återställningspunkt för %1</translation>
        </message>
        <message>
            <source>Deleting a recovery point</source>
            <translation>Tar bort en återställningspunkt</translation>
        </message>
        <message>
            <source>Deleting a recovery point of %1…</source>
            <translation>Tar bort en återställningspunkt för %1 …</translation>
        </message>
        <message>
            <source>Recovery point deleted</source>
            <translation>Återställningspunkten har tagits bort</translation>
        </message>
        <message>
            <source>A recovery point of %1 has been deleted</source>
            <translation>En återställningspunkt för %1 har tagits bort</translation>
        </message>
        <message>
            <source>The recovery point was not deleted</source>
            <translation>Återställningspunkten togs inte bort</translation>
        </message>
        <message>
            <source>A recovery point of %1 could not be deleted</source>
            <translation>Det gick inte att ta bort en återställningspunkt för %1</translation>
        </message>
        <message>
            <source>Starting %1 backups…</source>
            <translation>Startar %1 säkerhetskopieringar …</translation>
        </message>
        <message>
            <source>%1 backups have been triggered. Follow them under Backup jobs.</source>
            <translation>%1 säkerhetskopieringar har utlösts. Följ dem under Säkerhetskopieringsjobb.</translation>
        </message>
        <message>
            <source>Some backups did not start</source>
            <translation>Några säkerhetskopieringar startade inte</translation>
        </message>
        <message>
            <source>%3 of %1 backups could not be started</source>
            <translation>%3 av %1 säkerhetskopieringar kunde inte startas</translation>
        </message>
        <message>
            <source>Changing the policy of %1 backup items…</source>
            <translation>Ändrar princip för %1 säkerhetskopieringsobjekt …</translation>
        </message>
        <message>
            <source>%1 backup items now use the policy %2</source>
            <translation>%1 säkerhetskopieringsobjekt använder nu principen %2</translation>
        </message>
        <message>
            <source>The policy was not changed everywhere</source>
            <translation>Principen ändrades inte överallt</translation>
        </message>
        <message>
            <source>The policy of %3 of %1 backup items could not be changed</source>
            <translation>Principen kunde inte ändras för %3 av %1 säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Stopping the backup of %1 backup items…</source>
            <translation>Stoppar säkerhetskopieringen av %1 objekt …</translation>
        </message>
        <message>
            <source>Backup of %1 backup items has been stopped; data is kept</source>
            <translation>Säkerhetskopieringen av %1 objekt har stoppats. Data behålls.</translation>
        </message>
        <message>
            <source>Backup was not stopped everywhere</source>
            <translation>Säkerhetskopieringen stoppades inte överallt</translation>
        </message>
        <message>
            <source>The backup of %3 of %1 backup items could not be stopped</source>
            <translation>Säkerhetskopieringen av %3 av %1 objekt kunde inte stoppas</translation>
        </message>
        <message>
            <source>Resuming the backup of %1 backup items…</source>
            <translation>Återupptar säkerhetskopieringen av %1 objekt …</translation>
        </message>
        <message>
            <source>%1 backup items are protected again</source>
            <translation>%1 objekt skyddas igen</translation>
        </message>
        <message>
            <source>Backup was not resumed everywhere</source>
            <translation>Säkerhetskopieringen återupptogs inte överallt</translation>
        </message>
        <message>
            <source>The backup of %3 of %1 backup items could not be resumed</source>
            <translation>Säkerhetskopieringen av %3 av %1 objekt kunde inte återupptas</translation>
        </message>
        <message>
            <source>Enabling backup for %1 virtual machines…</source>
            <translation>Aktiverar säkerhetskopiering för %1 virtuella datorer …</translation>
        </message>
        <message>
            <source>Backup has been enabled for %1 virtual machines</source>
            <translation>Säkerhetskopiering har aktiverats för %1 virtuella datorer</translation>
        </message>
        <message>
            <source>Backup was not enabled everywhere</source>
            <translation>Säkerhetskopiering aktiverades inte överallt</translation>
        </message>
        <message>
            <source>Backup has been enabled for %4 of %1 virtual machines</source>
            <translation>Säkerhetskopiering har aktiverats för %4 av %1 virtuella datorer</translation>
        </message>
        <message>
            <source>Undoing the deletion of %1 backup items…</source>
            <translation>Ångrar borttagningen av %1 säkerhetskopieringsobjekt …</translation>
        </message>
        <message>
            <source>The deletion of %1 backup items has been undone</source>
            <translation>Borttagningen av %1 säkerhetskopieringsobjekt har ångrats</translation>
        </message>
        <message>
            <source>The deletion was not undone everywhere</source>
            <translation>Borttagningen ångrades inte överallt</translation>
        </message>
        <message>
            <source>The deletion of %3 of %1 backup items could not be undone</source>
            <translation>Borttagningen av %3 av %1 säkerhetskopieringsobjekt kunde inte ångras</translation>
        </message>
    </context>
    <context>
        <name>AlertNotes</name>
        <message>
            <source>New alerts</source>
            <translation>Nya aviseringar</translation>
        </message>
        <message>
            <source>%1 new alerts have come up. They are under Alerts.</source>
            <translation>%1 nya aviseringar har kommit. De finns under Aviseringar.</translation>
        </message>
    </context>
    <context>
        <name>CsvExport</name>
        <message>
            <source>Export to CSV</source>
            <translation>Exportera till CSV</translation>
        </message>
        <message>
            <source>CSV files (*.csv)</source>
            <translation>CSV-filer (*.csv)</translation>
        </message>
        <message>
            <source>Exported</source>
            <translation>Exporterat</translation>
        </message>
        <message>
            <source>The list could not be exported</source>
            <translation>Listan kunde inte exporteras</translation>
        </message>
        <message>
            <source>The list is in %1.</source>
            <translation>Listan finns i %1.</translation>
        </message>
        <message>
            <source>%1 could not be written: %2</source>
            <translation>%1 kunde inte skrivas: %2</translation>
        </message>
    </context>
    <context>
        <name>ResourceCommands</name>
        <message>
            <source>Enable backup</source>
            <translation>Aktivera säkerhetskopiering</translation>
        </message>
        <message>
            <source>Choose vault and policy first.</source>
            <translation>Välj valv och princip först.</translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Backup jobs</source>
            <translation>Säkerhetskopieringsjobb</translation>
        </message>
        <message>
            <source>Backup configuration</source>
            <translation>Säkerhetskopieringskonfiguration</translation>
        </message>
        <message>
            <source>Security settings</source>
            <translation>Säkerhetsinställningar</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>Återställningsnyckel</translation>
        </message>
        <message>
            <source>Delete vault</source>
            <translation>Ta bort valv</translation>
        </message>
        <message>
            <source>Delete policy</source>
            <translation>Ta bort princip</translation>
        </message>
        <message>
            <source>Edit policy</source>
            <translation>Redigera princip</translation>
        </message>
        <message>
            <source>Items that use it</source>
            <translation>Objekt som använder den</translation>
        </message>
        <message>
            <source>Create policy</source>
            <translation>Skapa princip</translation>
        </message>
        <message>
            <source>Cancel job</source>
            <translation>Avbryt jobb</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
    </context>
    <context>
        <name>SaveText</name>
        <message>
            <source>Text files (*.txt)</source>
            <translation>Textfiler (*.txt)</translation>
        </message>
        <message>
            <source>%1 could not be written: %2</source>
            <translation>%1 kunde inte skrivas: %2</translation>
        </message>
    </context>
    <context>
        <name>valv::console::Console</name>
        <message>
            <source>valvd · %1</source>
            <translation>valvd · %1</translation>
        </message>
        <message>
            <source>Local engine · %1</source>
            <translation>Lokal motor · %1</translation>
        </message>
        <message>
            <source>Connect to %1</source>
            <extracomment>%1 is a connection</extracomment>
            <translation>Anslut till %1</translation>
        </message>
    </context>
    <context>
        <name>valv::contract::ErrorWords</name>
        <message>
            <source>Enter a name for the vault.</source>
            <translation>Ange ett namn på valvet.</translation>
        </message>
        <message>
            <source>Type 2–50 characters.</source>
            <translation>Skriv 2–50 tecken.</translation>
        </message>
        <message>
            <source>The name must be 2–50 characters long (now %1).</source>
            <translation>Namnet måste vara 2–50 tecken långt (nu %1).</translation>
        </message>
        <message>
            <source>Shorten or lengthen the name.</source>
            <translation>Förkorta eller förläng namnet.</translation>
        </message>
        <message>
            <source>The name must start with a letter.</source>
            <translation>Namnet måste börja med en bokstav.</translation>
        </message>
        <message>
            <source>Begin with a letter A–Z.</source>
            <translation>Börja med en bokstav A–Z.</translation>
        </message>
        <message>
            <source>The character “%1” is not allowed. Use letters (A–Z), digits and hyphens.</source>
            <translation>Tecknet ”%1” är inte tillåtet. Använd bokstäver (A–Z), siffror och bindestreck.</translation>
        </message>
        <message>
            <source>Replace the character; suggestion: %2.</source>
            <translation>Byt ut tecknet. Förslag: %2.</translation>
        </message>
        <message>
            <source>There is already a vault with this name in the subscription.</source>
            <translation>Det finns redan ett valv med det här namnet i prenumerationen.</translation>
        </message>
        <message>
            <source>Choose another name, for example %1.</source>
            <translation>Välj ett annat namn, till exempel %1.</translation>
        </message>
        <message>
            <source>The name is held by a vault that is being deleted.</source>
            <translation>Namnet används av ett valv som håller på att tas bort.</translation>
        </message>
        <message>
            <source>Choose another name or wait.</source>
            <translation>Välj ett annat namn eller vänta.</translation>
        </message>
        <message>
            <source>Choose a vault.</source>
            <translation>Välj ett valv.</translation>
        </message>
        <message>
            <source>Choose one in the list or create a new one.</source>
            <comment>a vault</comment>
            <translation>Välj ett i listan eller skapa ett nytt.</translation>
        </message>
        <message>
            <source>The vault cannot be used right now.</source>
            <translation>Valvet kan inte användas just nu.</translation>
        </message>
        <message>
            <source>Choose another vault or wait.</source>
            <translation>Välj ett annat valv eller vänta.</translation>
        </message>
        <message>
            <source>Choose a subscription.</source>
            <translation>Välj en prenumeration.</translation>
        </message>
        <message>
            <source>Choose one in the list.</source>
            <translation>Välj en i listan.</translation>
        </message>
        <message>
            <source>The subscription is disabled.</source>
            <translation>Prenumerationen är inaktiverad.</translation>
        </message>
        <message>
            <source>Choose another subscription.</source>
            <translation>Välj en annan prenumeration.</translation>
        </message>
        <message>
            <source>Choose a resource group or create a new one.</source>
            <translation>Välj en resursgrupp eller skapa en ny.</translation>
        </message>
        <message>
            <source>Choose one in the list or type a name.</source>
            <translation>Välj en i listan eller skriv ett namn.</translation>
        </message>
        <message>
            <source>The name must be 1–90 characters long (now %1).</source>
            <translation>Namnet måste vara 1–90 tecken långt (nu %1).</translation>
        </message>
        <message>
            <source>Shorten the name.</source>
            <translation>Förkorta namnet.</translation>
        </message>
        <message>
            <source>The character “%1” is not allowed. Use letters, digits, underscores, hyphens, periods and parentheses.</source>
            <translation>Tecknet ”%1” är inte tillåtet. Använd bokstäver, siffror, understreck, bindestreck, punkter och parenteser.</translation>
        </message>
        <message>
            <source>Replace the character.</source>
            <translation>Byt ut tecknet.</translation>
        </message>
        <message>
            <source>The name must not end with a period.</source>
            <translation>Namnet får inte sluta med en punkt.</translation>
        </message>
        <message>
            <source>Remove the period.</source>
            <translation>Ta bort punkten.</translation>
        </message>
        <message>
            <source>There is already a resource group with this name.</source>
            <translation>Det finns redan en resursgrupp med det här namnet.</translation>
        </message>
        <message>
            <source>Use the existing one or choose another name.</source>
            <translation>Använd den befintliga eller välj ett annat namn.</translation>
        </message>
        <message>
            <source>Choose a location.</source>
            <translation>Välj en plats.</translation>
        </message>
        <message>
            <source>Choose the region where the VMs are.</source>
            <translation>Välj den region där de virtuella datorerna finns.</translation>
        </message>
        <message>
            <source>Valv cannot back up this workload yet.</source>
            <translation>Valv kan inte säkerhetskopiera den här arbetsbelastningen än.</translation>
        </message>
        <message>
            <source>Choose Azure and Virtual machine.</source>
            <translation>Välj Azure och Virtuell dator.</translation>
        </message>
        <message>
            <source>Choose a backup policy.</source>
            <translation>Välj en säkerhetskopieringsprincip.</translation>
        </message>
        <message>
            <source>Choose one in the list or create a new one.</source>
            <translation>Välj en i listan eller skapa en ny.</translation>
        </message>
        <message>
            <source>Select at least one VM.</source>
            <translation>Välj minst en virtuell dator.</translation>
        </message>
        <message>
            <source>Tick one or more VMs.</source>
            <translation>Markera en eller flera virtuella datorer.</translation>
        </message>
        <message>
            <source>Enter a policy name.</source>
            <translation>Ange ett principnamn.</translation>
        </message>
        <message>
            <source>Type 3–150 characters.</source>
            <translation>Skriv 3–150 tecken.</translation>
        </message>
        <message>
            <source>The name must be 3–150 characters long (now %1).</source>
            <translation>Namnet måste vara 3–150 tecken långt (nu %1).</translation>
        </message>
        <message>
            <source>The name must not end with a hyphen.</source>
            <translation>Namnet får inte sluta med ett bindestreck.</translation>
        </message>
        <message>
            <source>Remove the hyphen.</source>
            <translation>Ta bort bindestrecket.</translation>
        </message>
        <message>
            <source>There is already a policy with this name in the vault.</source>
            <translation>Det finns redan en princip med det här namnet i valvet.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Välj ett annat namn.</translation>
        </message>
        <message>
            <source>Enter a name for the rule.</source>
            <translation>Ange ett namn på regeln.</translation>
        </message>
        <message>
            <source>Type a name.</source>
            <translation>Skriv ett namn.</translation>
        </message>
        <message>
            <source>Give at least one of name, resource group and tag. The name * takes every VM.</source>
            <translation>Ange minst ett av namn, resursgrupp och tagg. Namnet * tar med alla virtuella datorer.</translation>
        </message>
        <message>
            <source>Fill in at least one condition.</source>
            <translation>Fyll i minst ett villkor.</translation>
        </message>
        <message>
            <source>Choose at least one day.</source>
            <translation>Välj minst en dag.</translation>
        </message>
        <message>
            <source>Tick one or more weekdays.</source>
            <translation>Markera en eller flera veckodagar.</translation>
        </message>
        <message>
            <source>The time must be on the hour or half hour, 00:00–23:30.</source>
            <translation>Tiden måste vara hel- eller halvtimme, 00:00–23:30.</translation>
        </message>
        <message>
            <source>Choose for example %1.</source>
            <translation>Välj till exempel %1.</translation>
        </message>
        <message>
            <source>Choose a time zone.</source>
            <translation>Välj en tidszon.</translation>
        </message>
        <message>
            <source>Snapshots can be kept for 1–5 days; with a weekly schedule always 5.</source>
            <translation>Ögonblicksbilder kan behållas i 1–5 dagar. Med veckoschema alltid i 5.</translation>
        </message>
        <message>
            <source>Type a whole number from 1 to 5.</source>
            <translation>Skriv ett heltal från 1 till 5.</translation>
        </message>
        <message>
            <source>Snapshots can be kept for 1–30 days.</source>
            <translation>Ögonblicksbilder kan behållas i 1–30 dagar.</translation>
        </message>
        <message>
            <source>Type a whole number from 1 to 30.</source>
            <translation>Skriv ett heltal från 1 till 30.</translation>
        </message>
        <message>
            <source>Back up every 4, 6, 8 or 12 hours.</source>
            <translation>Säkerhetskopiera var fjärde, sjätte, åttonde eller tolfte timme.</translation>
        </message>
        <message>
            <source>The window must be a whole number of hours from %1 to 24.</source>
            <translation>Fönstret måste vara ett helt antal timmar från %1 till 24.</translation>
        </message>
        <message>
            <source>Correct the number.</source>
            <translation>Rätta talet.</translation>
        </message>
        <message>
            <source>Enter a whole number of days from 7 to 9999.</source>
            <translation>Ange ett heltal från 7 till 9999 dagar.</translation>
        </message>
        <message>
            <source>Enter a whole number of weeks from 1 to 5163.</source>
            <translation>Ange ett heltal från 1 till 5163 veckor.</translation>
        </message>
        <message>
            <source>Enter a whole number of months from 1 to 1188.</source>
            <translation>Ange ett heltal från 1 till 1188 månader.</translation>
        </message>
        <message>
            <source>Enter a whole number of years from 1 to 99.</source>
            <translation>Ange ett heltal från 1 till 99 år.</translation>
        </message>
        <message>
            <source>Enter a whole number from %1 to %2.</source>
            <translation>Ange ett heltal från %1 till %2.</translation>
        </message>
        <message>
            <source>Use digits only.</source>
            <translation>Använd endast siffror.</translation>
        </message>
        <message>
            <source>The %1 retention must be on for this frequency.</source>
            <translation>Kvarhållningen %1 måste vara på för den här frekvensen.</translation>
        </message>
        <message>
            <source>Turn the row on.</source>
            <translation>Slå på raden.</translation>
        </message>
        <message>
            <source>No backup is made on %1.</source>
            <translation>Ingen säkerhetskopia tas på %1.</translation>
        </message>
        <message>
            <source>Choose among the days of the schedule.</source>
            <translation>Välj bland schemats dagar.</translation>
        </message>
        <message>
            <source>With a weekly schedule only week-based retention is possible.</source>
            <translation>Med veckoschema går det bara att använda veckobaserad kvarhållning.</translation>
        </message>
        <message>
            <source>Choose Week based.</source>
            <translation>Välj Veckobaserad.</translation>
        </message>
        <message>
            <source>Choose at least one of First, Second, Third, Fourth and Last.</source>
            <translation>Välj minst ett av Första, Andra, Tredje, Fjärde och Sista.</translation>
        </message>
        <message>
            <source>Tick one or more.</source>
            <comment>ordinals</comment>
            <translation>Markera ett eller flera.</translation>
        </message>
        <message>
            <source>Choose at least one weekday.</source>
            <translation>Välj minst en veckodag.</translation>
        </message>
        <message>
            <source>Tick one or more.</source>
            <translation>Markera en eller flera.</translation>
        </message>
        <message>
            <source>Choose at least one day of the month.</source>
            <translation>Välj minst en dag i månaden.</translation>
        </message>
        <message>
            <source>Tick 1–28 or Last.</source>
            <translation>Markera 1–28 eller Sista.</translation>
        </message>
        <message>
            <source>Choose at least one month.</source>
            <translation>Välj minst en månad.</translation>
        </message>
        <message>
            <source>The policy would keep %1 recovery points; at most 9,999 are possible.</source>
            <translation>Principen skulle behålla %1 återställningspunkter. Högst 9 999 är möjliga.</translation>
        </message>
        <message>
            <source>Shorten one or more retention rows.</source>
            <translation>Förkorta en eller flera rader för kvarhållning.</translation>
        </message>
        <message>
            <source>The snapshot cannot be kept longer than the recovery point in the vault.</source>
            <translation>Ögonblicksbilden kan inte behållas längre än återställningspunkten i valvet.</translation>
        </message>
        <message>
            <source>Shorten the snapshot retention.</source>
            <translation>Förkorta kvarhållningen av ögonblicksbilder.</translation>
        </message>
        <message>
            <source>Choose the last day the recovery point is to be kept.</source>
            <translation>Välj den sista dagen som återställningspunkten ska behållas.</translation>
        </message>
        <message>
            <source>Choose a day in the calendar.</source>
            <translation>Välj en dag i kalendern.</translation>
        </message>
        <message>
            <source>This is not a valid date.</source>
            <translation>Det här är inte ett giltigt datum.</translation>
        </message>
        <message>
            <source>Write for example %1.</source>
            <translation>Skriv till exempel %1.</translation>
        </message>
        <message>
            <source>The date must be tomorrow or later.</source>
            <translation>Datumet måste vara i morgon eller senare.</translation>
        </message>
        <message>
            <source>Choose a later day.</source>
            <translation>Välj en senare dag.</translation>
        </message>
        <message>
            <source>The date can be at most 99 years ahead.</source>
            <translation>Datumet får ligga högst 99 år framåt.</translation>
        </message>
        <message>
            <source>Choose an earlier day.</source>
            <translation>Välj en tidigare dag.</translation>
        </message>
        <message>
            <source>The name does not match. Upper and lower case matter.</source>
            <translation>Namnet stämmer inte. Skillnad görs på stora och små bokstäver.</translation>
        </message>
        <message>
            <source>Type the name exactly: %1.</source>
            <translation>Skriv namnet exakt: %1.</translation>
        </message>
        <message>
            <source>Choose a reason.</source>
            <translation>Välj en anledning.</translation>
        </message>
        <message>
            <source>The comment may be at most 500 characters long (now %1).</source>
            <translation>Kommentaren får vara högst 500 tecken lång (nu %1).</translation>
        </message>
        <message>
            <source>Shorten the comment.</source>
            <translation>Förkorta kommentaren.</translation>
        </message>
        <message>
            <source>Enter a name for the new VM.</source>
            <translation>Ange ett namn på den nya virtuella datorn.</translation>
        </message>
        <message>
            <source>The name may be at most %1 characters long (now %2).</source>
            <translation>Namnet får vara högst %1 tecken långt (nu %2).</translation>
        </message>
        <message>
            <source>The name may hold letters, digits and hyphens, not only digits, and must not end with a hyphen.</source>
            <translation>Namnet får innehålla bokstäver, siffror och bindestreck, inte bara siffror, och får inte sluta med bindestreck.</translation>
        </message>
        <message>
            <source>Correct the name.</source>
            <translation>Rätta namnet.</translation>
        </message>
        <message>
            <source>There is already a VM with this name.</source>
            <translation>Det finns redan en virtuell dator med det här namnet.</translation>
        </message>
        <message>
            <source>Choose a virtual network.</source>
            <translation>Välj ett virtuellt nätverk.</translation>
        </message>
        <message>
            <source>Choose one in the vault's region.</source>
            <translation>Välj ett i valvets region.</translation>
        </message>
        <message>
            <source>Choose a subnet.</source>
            <translation>Välj ett undernät.</translation>
        </message>
        <message>
            <source>Choose one in the list.</source>
            <comment>a subnet</comment>
            <translation>Välj ett i listan.</translation>
        </message>
        <message>
            <source>Choose a storage account as staging location.</source>
            <translation>Välj ett lagringskonto som mellanlagringsplats.</translation>
        </message>
        <message>
            <source>Choose a recovery point.</source>
            <translation>Välj en återställningspunkt.</translation>
        </message>
        <message>
            <source>Enter at least one email address.</source>
            <translation>Ange minst en e-postadress.</translation>
        </message>
        <message>
            <source>Type an address or turn off notifications.</source>
            <translation>Skriv en adress eller stäng av meddelanden.</translation>
        </message>
        <message>
            <source>“%1” is not a valid email address.</source>
            <translation>”%1” är inte en giltig e-postadress.</translation>
        </message>
        <message>
            <source>Correct the address; separate several with semicolons.</source>
            <translation>Rätta adressen. Avgränsa flera med semikolon.</translation>
        </message>
        <message>
            <source>The start date must not be after the end date.</source>
            <translation>Startdatumet får inte ligga efter slutdatumet.</translation>
        </message>
        <message>
            <source>Swap or change the dates.</source>
            <translation>Byt plats på eller ändra datumen.</translation>
        </message>
        <message>
            <source>The period can be at most 13 months.</source>
            <translation>Perioden får vara högst 13 månader.</translation>
        </message>
        <message>
            <source>Choose a shorter period.</source>
            <translation>Välj en kortare period.</translation>
        </message>
        <message>
            <source>At most %1 addresses are possible.</source>
            <translation>Högst %1 adresser är möjliga.</translation>
        </message>
        <message>
            <source>Remove some, or use the address of a group.</source>
            <translation>Ta bort några, eller använd en adress till en grupp.</translation>
        </message>
        <message>
            <source>Choose at least one severity.</source>
            <translation>Välj minst en allvarlighetsgrad.</translation>
        </message>
        <message>
            <source>Tick one, or turn the mails off.</source>
            <translation>Kryssa i en, eller stäng av meddelandena.</translation>
        </message>
        <message>
            <source>The language must be Swedish or English.</source>
            <translation>Språket måste vara svenska eller engelska.</translation>
        </message>
        <message>
            <source>Choose one of them.</source>
            <translation>Välj ett av dem.</translation>
        </message>
        <message>
            <source>Enter the name or address of the mail server.</source>
            <translation>Ange e-postserverns namn eller adress.</translation>
        </message>
        <message>
            <source>Type a name like smtp.example.com, without “smtp://”.</source>
            <translation>Skriv ett namn som smtp.example.com, utan ”smtp://”.</translation>
        </message>
        <message>
            <source>A password is only sent over an encrypted connection.</source>
            <translation>Ett lösenord skickas bara över en krypterad anslutning.</translation>
        </message>
        <message>
            <source>Choose an encryption, or leave the user name empty.</source>
            <translation>Välj en kryptering, eller lämna användarnamnet tomt.</translation>
        </message>
        <message>
            <source>The engine knows no mail server yet.</source>
            <translation>Motorn känner inte till någon e-postserver ännu.</translation>
        </message>
        <message>
            <source>Enter one in the settings.</source>
            <translation>Ange en i inställningarna.</translation>
        </message>
        <message>
            <source>The mail server does not answer.</source>
            <translation>E-postservern svarar inte.</translation>
        </message>
        <message>
            <source>Check the server’s name and port, and the network.</source>
            <translation>Kontrollera serverns namn och port, och nätverket.</translation>
        </message>
        <message>
            <source>There is no safe connection to the mail server.</source>
            <translation>Det går inte att ansluta säkert till e-postservern.</translation>
        </message>
        <message>
            <source>Check the encryption, the port and the server’s certificate.</source>
            <translation>Kontrollera krypteringen, porten och serverns certifikat.</translation>
        </message>
        <message>
            <source>The mail server did not accept the name and password.</source>
            <translation>E-postservern godtog inte namnet och lösenordet.</translation>
        </message>
        <message>
            <source>Check both in the settings.</source>
            <translation>Kontrollera båda i inställningarna.</translation>
        </message>
        <message>
            <source>The mail server did not take the mail.</source>
            <translation>E-postservern tog inte emot meddelandet.</translation>
        </message>
        <message>
            <source>Check the addresses of the sender and the recipients.</source>
            <translation>Kontrollera avsändarens och mottagarnas adresser.</translation>
        </message>
        <message>
            <source>The password of the mail server can’t be kept.</source>
            <translation>Lösenordet till e-postservern kan inte sparas.</translation>
        </message>
        <message>
            <source>Check that the engine can write into its data folder.</source>
            <translation>Kontrollera att motorn kan skriva i sin datamapp.</translation>
        </message>
        <message>
            <source>Enter a price from 0 to 1,000,000.</source>
            <translation>Ange ett pris från 0 till 1 000 000.</translation>
        </message>
        <message>
            <source>Correct the price.</source>
            <translation>Rätta priset.</translation>
        </message>
        <message>
            <source>The filter can be at most 100 characters long.</source>
            <translation>Filtret får vara högst 100 tecken långt.</translation>
        </message>
        <message>
            <source>Shorten the text.</source>
            <translation>Förkorta texten.</translation>
        </message>
        <message>
            <source>The disk image was changed while it was read.</source>
            <translation>Diskavbildningen ändrades medan den lästes.</translation>
        </message>
        <message>
            <source>Shut the virtual machine down, or wait until no other program writes to the image, then try again.</source>
            <translation>Stäng av den virtuella datorn, eller vänta tills inget annat program skriver till avbildningen, och försök igen.</translation>
        </message>
        <message>
            <source>The format of the disk image cannot be understood.</source>
            <translation>Diskavbildningens format går inte att tolka.</translation>
        </message>
        <message>
            <source>Valv reads raw, qcow2, vmdk, vdi and vhdx images. Check that the file is complete.</source>
            <translation>Valv läser avbildningar i formaten raw, qcow2, vmdk, vdi och vhdx. Kontrollera att filen är komplett.</translation>
        </message>
        <message>
            <source>Another program is writing to the disk image.</source>
            <translation>Ett annat program skriver till diskavbildningen.</translation>
        </message>
        <message>
            <source>Shut the virtual machine down, then try again.</source>
            <translation>Stäng av den virtuella datorn och försök igen.</translation>
        </message>
        <message>
            <source>The disk image is shorter than it should be.</source>
            <translation>Diskavbildningen är kortare än den borde vara.</translation>
        </message>
        <message>
            <source>Check the disk or share that holds the image, and whether a copy is still in progress.</source>
            <translation>Kontrollera disken eller den delade mapp där avbildningen finns, och om en kopiering fortfarande pågår.</translation>
        </message>
        <message>
            <source>The disk image cannot be read.</source>
            <translation>Diskavbildningen går inte att läsa.</translation>
        </message>
        <message>
            <source>Check that the file exists and that Valv may read it.</source>
            <translation>Kontrollera att filen finns och att Valv får läsa den.</translation>
        </message>
        <message>
            <source>The disk image is gone.</source>
            <translation>Diskavbildningen finns inte kvar.</translation>
        </message>
        <message>
            <source>Put the file back where it was, or refresh the list of virtual machines.</source>
            <translation>Lägg tillbaka filen där den låg, eller uppdatera listan över virtuella datorer.</translation>
        </message>
        <message>
            <source>The disk %1 is missing: valv.json names it, but there is no such file.</source>
            <translation>Disken %1 saknas: valv.json nämner den, men det finns ingen sådan fil.</translation>
        </message>
        <message>
            <source>Put the file back. If the disk no longer belongs to the VM, take it out of valv.json.</source>
            <translation>Lägg tillbaka filen. Om disken inte längre hör till den virtuella datorn tar du bort den ur valv.json.</translation>
        </message>
        <message>
            <source>A program that reads this disk format is not installed.</source>
            <translation>Ett program som läser det här diskformatet är inte installerat.</translation>
        </message>
        <message>
            <source>Install the package qemu-utils, then try again.</source>
            <translation>Installera paketet qemu-utils och försök igen.</translation>
        </message>
        <message>
            <source>The folder with the virtual machines cannot be read.</source>
            <translation>Mappen med de virtuella datorerna går inte att läsa.</translation>
        </message>
        <message>
            <source>Check that the folder exists and that you may read it.</source>
            <translation>Kontrollera att mappen finns och att du får läsa den.</translation>
        </message>
        <message>
            <source>The virtual machine's file valv.json cannot be understood.</source>
            <translation>Den virtuella datorns fil valv.json går inte att tolka.</translation>
        </message>
        <message>
            <source>Correct the file or remove it.</source>
            <translation>Rätta filen eller ta bort den.</translation>
        </message>
        <message>
            <source>The virtual machine no longer exists.</source>
            <translation>Den virtuella datorn finns inte längre.</translation>
        </message>
        <message>
            <source>Refresh the list of virtual machines.</source>
            <translation>Uppdatera listan över virtuella datorer.</translation>
        </message>
        <message>
            <source>There is already a virtual machine or a folder with this name.</source>
            <translation>Det finns redan en virtuell dator eller en mapp med det här namnet.</translation>
        </message>
        <message>
            <source>The virtual machine cannot have this name.</source>
            <translation>Den virtuella datorn kan inte ha det här namnet.</translation>
        </message>
        <message>
            <source>Choose a name without slashes and control characters.</source>
            <translation>Välj ett namn utan snedstreck och styrtecken.</translation>
        </message>
        <message>
            <source>The restored files could not be written.</source>
            <translation>De återställda filerna kunde inte skrivas.</translation>
        </message>
        <message>
            <source>Check free space and permissions in the target folder.</source>
            <translation>Kontrollera ledigt utrymme och behörigheter i målmappen.</translation>
        </message>
        <message>
            <source>The target folder is not empty.</source>
            <translation>Målmappen är inte tom.</translation>
        </message>
        <message>
            <source>Choose an empty folder.</source>
            <translation>Välj en tom mapp.</translation>
        </message>
        <message>
            <source>The backup session has already ended.</source>
            <translation>Säkerhetskopieringssessionen har redan avslutats.</translation>
        </message>
        <message>
            <source>Start the backup again.</source>
            <translation>Starta säkerhetskopieringen igen.</translation>
        </message>
        <message>
            <source>There is no space left for the vault.</source>
            <translation>Det finns inget utrymme kvar för valvet.</translation>
        </message>
        <message>
            <source>Free space where the vault is, or delete recovery points that are not needed.</source>
            <translation>Frigör utrymme där valvet finns, eller ta bort återställningspunkter som inte behövs.</translation>
        </message>
        <message>
            <source>The vault's folder may not be read or written.</source>
            <translation>Valvets mapp får inte läsas eller skrivas.</translation>
        </message>
        <message>
            <source>Check the permissions of the folder.</source>
            <translation>Kontrollera mappens behörigheter.</translation>
        </message>
        <message>
            <source>Another program is writing to the vault.</source>
            <translation>Ett annat program skriver till valvet.</translation>
        </message>
        <message>
            <source>Wait until it is done, then try again.</source>
            <translation>Vänta tills det är klart och försök igen.</translation>
        </message>
        <message>
            <source>The vault's folder is gone.</source>
            <translation>Valvets mapp finns inte kvar.</translation>
        </message>
        <message>
            <source>Check that the disk or share with the vault is connected.</source>
            <translation>Kontrollera att disken eller den delade mapp där valvet finns är ansluten.</translation>
        </message>
        <message>
            <source>The vault's disk answers with an error.</source>
            <translation>Valvets disk svarar med ett fel.</translation>
        </message>
        <message>
            <source>Check the disk or share that holds the vault.</source>
            <translation>Kontrollera disken eller den delade mapp där valvet finns.</translation>
        </message>
        <message>
            <source>A file of the vault is missing.</source>
            <translation>En fil i valvet saknas.</translation>
        </message>
        <message>
            <source>Verify the vault; if it has a second location, restore from there.</source>
            <translation>Kontrollera valvet. Om det har en andra plats kan du återställa därifrån.</translation>
        </message>
        <message>
            <source>A file of the vault is shorter than it should be.</source>
            <translation>En fil i valvet är kortare än den borde vara.</translation>
        </message>
        <message>
            <source>The folder is no vault.</source>
            <translation>Mappen är inget valv.</translation>
        </message>
        <message>
            <source>Choose the folder of a vault.</source>
            <translation>Välj mappen för ett valv.</translation>
        </message>
        <message>
            <source>The vault is already attached, from the folder %1.</source>
            <translation>Valvet är redan anslutet, från mappen %1.</translation>
        </message>
        <message>
            <source>Open the vault that is there.</source>
            <translation>Öppna valvet som finns där.</translation>
        </message>
        <message>
            <source>The vault was written by a newer version of Valv.</source>
            <translation>Valvet är skrivet av en nyare version av Valv.</translation>
        </message>
        <message>
            <source>Update Valv, then try again.</source>
            <translation>Uppdatera Valv och försök igen.</translation>
        </message>
        <message>
            <source>The key does not fit this vault.</source>
            <translation>Nyckeln passar inte till det här valvet.</translation>
        </message>
        <message>
            <source>Enter the recovery key that belongs to the vault.</source>
            <translation>Ange återställningsnyckeln som hör till valvet.</translation>
        </message>
        <message>
            <source>The vault is damaged.</source>
            <translation>Valvet är skadat.</translation>
        </message>
        <message>
            <source>Verify the vault. Recovery points that are whole can still be restored.</source>
            <translation>Kontrollera valvet. Återställningspunkter som är hela går fortfarande att återställa.</translation>
        </message>
        <message>
            <source>There is already a vault in this folder.</source>
            <translation>Det finns redan ett valv i den här mappen.</translation>
        </message>
        <message>
            <source>Choose another folder, or attach the vault.</source>
            <translation>Välj en annan mapp, eller anslut valvet.</translation>
        </message>
        <message>
            <source>The folder for the vault is not empty.</source>
            <translation>Mappen för valvet är inte tom.</translation>
        </message>
        <message>
            <source>The recovery point no longer exists.</source>
            <translation>Återställningspunkten finns inte längre.</translation>
        </message>
        <message>
            <source>Refresh the list and choose another recovery point.</source>
            <translation>Uppdatera listan och välj en annan återställningspunkt.</translation>
        </message>
        <message>
            <source>The recovery point has already been written.</source>
            <translation>Återställningspunkten är redan skriven.</translation>
        </message>
        <message>
            <source>The recovery point is damaged.</source>
            <translation>Återställningspunkten är skadad.</translation>
        </message>
        <message>
            <source>Choose another recovery point, and verify the vault.</source>
            <translation>Välj en annan återställningspunkt och kontrollera valvet.</translation>
        </message>
        <message>
            <source>The operation was canceled.</source>
            <translation>Åtgärden avbröts.</translation>
        </message>
        <message>
            <source>Data in the vault does not match its checksum.</source>
            <translation>Data i valvet stämmer inte med kontrollsumman.</translation>
        </message>
        <message>
            <source>Data that was written to the vault could not be read back.</source>
            <translation>Data som skrevs till valvet kunde inte läsas tillbaka.</translation>
        </message>
        <message>
            <source>Check the disk or share that holds the vault, then start the backup again.</source>
            <translation>Kontrollera disken eller den delade mapp där valvet finns och starta säkerhetskopieringen igen.</translation>
        </message>
        <message>
            <source>A description in the vault is damaged.</source>
            <translation>En beskrivning i valvet är skadad.</translation>
        </message>
        <message>
            <source>Verify the vault.</source>
            <translation>Kontrollera valvet.</translation>
        </message>
        <message>
            <source>A description in the vault is missing.</source>
            <translation>En beskrivning i valvet saknas.</translation>
        </message>
        <message>
            <source>The recovery point has no such disk.</source>
            <translation>Återställningspunkten har ingen sådan disk.</translation>
        </message>
        <message>
            <source>Refresh the list and choose again.</source>
            <translation>Uppdatera listan och välj igen.</translation>
        </message>
        <message>
            <source>The recovery point is pinned.</source>
            <translation>Återställningspunkten är fäst.</translation>
        </message>
        <message>
            <source>Unpin it, then delete it.</source>
            <translation>Lossa den och ta sedan bort den.</translation>
        </message>
        <message>
            <source>The recovery point is on hold and cannot be deleted.</source>
            <translation>Återställningspunkten är spärrad och kan inte tas bort.</translation>
        </message>
        <message>
            <source>Whoever put it on hold must release it first.</source>
            <translation>Den som har spärrat den måste först häva spärren.</translation>
        </message>
        <message>
            <source>This is the newest good recovery point of the virtual machine.</source>
            <translation>Det här är den virtuella datorns senaste fungerande återställningspunkt.</translation>
        </message>
        <message>
            <source>Back up first, or confirm that it is to be deleted all the same.</source>
            <translation>Säkerhetskopiera först, eller bekräfta att den ska tas bort ändå.</translation>
        </message>
        <message>
            <source>Backup is stopped: the recovery point is kept until someone deletes it.</source>
            <translation>Säkerhetskopieringen är stoppad: återställningspunkten behålls tills någon tar bort den.</translation>
        </message>
        <message>
            <source>Resume backup to choose a date.</source>
            <translation>Återuppta säkerhetskopieringen för att kunna välja ett datum.</translation>
        </message>
        <message>
            <source>This job cannot be started again.</source>
            <translation>Jobbet kan inte startas om.</translation>
        </message>
        <message>
            <source>Start a new backup or restore.</source>
            <translation>Starta en ny säkerhetskopiering eller återställning.</translation>
        </message>
        <message>
            <source>The recovery key is mistyped.</source>
            <translation>Återställningsnyckeln är felskriven.</translation>
        </message>
        <message>
            <source>Compare it with what you wrote down, letter by letter.</source>
            <translation>Jämför den med det du skrev ned, tecken för tecken.</translation>
        </message>
        <message>
            <source>The key file is missing.</source>
            <translation>Nyckelfilen saknas.</translation>
        </message>
        <message>
            <source>Choose the file with the vault's recovery key, or type the key.</source>
            <translation>Välj filen med valvets återställningsnyckel, eller skriv in nyckeln.</translation>
        </message>
        <message>
            <source>The key file may not be read or written.</source>
            <translation>Nyckelfilen får inte läsas eller skrivas.</translation>
        </message>
        <message>
            <source>Check the permissions of the file.</source>
            <translation>Kontrollera filens behörigheter.</translation>
        </message>
        <message>
            <source>There is already a key file with this name.</source>
            <translation>Det finns redan en nyckelfil med det här namnet.</translation>
        </message>
        <message>
            <source>Choose another name; a key file is never overwritten.</source>
            <translation>Välj ett annat namn. En nyckelfil skrivs aldrig över.</translation>
        </message>
        <message>
            <source>The key file could not be written.</source>
            <translation>Nyckelfilen kunde inte skrivas.</translation>
        </message>
        <message>
            <source>Check free space and permissions, then try again.</source>
            <translation>Kontrollera ledigt utrymme och behörigheter och försök igen.</translation>
        </message>
        <message>
            <source>Valv is already running with this data folder.</source>
            <translation>Valv körs redan med den här datamappen.</translation>
        </message>
        <message>
            <source>Use the window that is open, or close it first.</source>
            <translation>Använd fönstret som är öppet, eller stäng det först.</translation>
        </message>
        <message>
            <source>Valv's data folder cannot be written.</source>
            <translation>Det går inte att skriva i Valvs datamapp.</translation>
        </message>
        <message>
            <source>Check the folder's permissions and free space.</source>
            <translation>Kontrollera mappens behörigheter och ledigt utrymme.</translation>
        </message>
        <message>
            <source>The catalogue was written by a newer version of Valv.</source>
            <translation>Katalogen är skriven av en nyare version av Valv.</translation>
        </message>
        <message>
            <source>Valv's catalogue is damaged.</source>
            <translation>Valvs katalog är skadad.</translation>
        </message>
        <message>
            <source>Restore it from a copy, or attach the vaults again with their recovery keys.</source>
            <translation>Återställ den från en kopia, eller anslut valven igen med deras återställningsnycklar.</translation>
        </message>
        <message>
            <source>The program was closed while the job was running.</source>
            <translation>Programmet stängdes medan jobbet kördes.</translation>
        </message>
        <message>
            <source>Start the job again.</source>
            <translation>Starta jobbet igen.</translation>
        </message>
        <message>
            <source>The service did not answer in time.</source>
            <translation>Tjänsten svarade inte i tid.</translation>
        </message>
        <message>
            <source>Check the network and try again.</source>
            <translation>Kontrollera nätverket och försök igen.</translation>
        </message>
        <message>
            <source>The server does not answer.</source>
            <translation>Servern svarar inte.</translation>
        </message>
        <message>
            <source>Check the address, the network, and that valvd is running there.</source>
            <translation>Kontrollera adressen, nätverket och att valvd körs där.</translation>
        </message>
        <message>
            <source>The server does not accept the token.</source>
            <translation>Servern godtar inte din token.</translation>
        </message>
        <message>
            <source>Choose the token file that valvd was started with, or a copy of it.</source>
            <translation>Välj tokenfilen som valvd startades med, eller en kopia av den.</translation>
        </message>
        <message>
            <source>The token file cannot be read.</source>
            <translation>Tokenfilen kan inte läsas.</translation>
        </message>
        <message>
            <source>Check that the file exists and that you may read it.</source>
            <translation>Kontrollera att filen finns och att du får läsa den.</translation>
        </message>
        <message>
            <source>The server's certificate is not trusted.</source>
            <translation>Serverns certifikat är inte betrott.</translation>
        </message>
        <message>
            <source>Check the address, or choose the certificate file of the server in the connection.</source>
            <translation>Kontrollera adressen, eller välj serverns certifikatfil i anslutningen.</translation>
        </message>
        <message>
            <source>The certificate file cannot be read.</source>
            <translation>Certifikatfilen går inte att läsa.</translation>
        </message>
        <message>
            <source>The file holds no certificate.</source>
            <translation>Filen innehåller inget certifikat.</translation>
        </message>
        <message>
            <source>Choose a file in PEM format.</source>
            <translation>Välj en fil i PEM-format.</translation>
        </message>
        <message>
            <source>The server's answer could not be understood.</source>
            <translation>Serverns svar gick inte att tolka.</translation>
        </message>
        <message>
            <source>Check that the address belongs to a Valv or Azure service.</source>
            <translation>Kontrollera att adressen hör till en Valv- eller Azure-tjänst.</translation>
        </message>
        <message>
            <source>The object no longer exists.</source>
            <translation>Objektet finns inte längre.</translation>
        </message>
        <message>
            <source>Refresh the list; someone else may have deleted it.</source>
            <translation>Uppdatera listan. Någon annan kan ha tagit bort det.</translation>
        </message>
        <message>
            <source>The resource group no longer exists.</source>
            <translation>Resursgruppen finns inte längre.</translation>
        </message>
        <message>
            <source>Refresh the list and choose another resource group.</source>
            <translation>Uppdatera listan och välj en annan resursgrupp.</translation>
        </message>
        <message>
            <source>The subscription cannot be found.</source>
            <translation>Prenumerationen går inte att hitta.</translation>
        </message>
        <message>
            <source>Check which account you are signed in with.</source>
            <translation>Kontrollera vilket konto du är inloggad med.</translation>
        </message>
        <message>
            <source>The resource group cannot be deleted because a vault in it still has backup items.</source>
            <translation>Resursgruppen kan inte tas bort eftersom ett valv i den fortfarande har säkerhetskopieringsobjekt.</translation>
        </message>
        <message>
            <source>Stop the backups and delete their data first.</source>
            <translation>Stoppa säkerhetskopieringarna och ta bort deras data först.</translation>
        </message>
        <message>
            <source>The service could not use what was asked for.</source>
            <translation>Tjänsten kunde inte använda det som efterfrågades.</translation>
        </message>
        <message>
            <source>Check the values and try again.</source>
            <translation>Kontrollera värdena och försök igen.</translation>
        </message>
        <message>
            <source>Backup cannot be enabled with these values.</source>
            <translation>Säkerhetskopiering kan inte aktiveras med de här värdena.</translation>
        </message>
        <message>
            <source>Check the virtual machine, the vault and the policy, then try again.</source>
            <translation>Kontrollera den virtuella datorn, valvet och principen och försök igen.</translation>
        </message>
        <message>
            <source>The name is not allowed.</source>
            <translation>Namnet är inte tillåtet.</translation>
        </message>
        <message>
            <source>The chosen location is not available here.</source>
            <translation>Den valda platsen är inte tillgänglig här.</translation>
        </message>
        <message>
            <source>Choose another location.</source>
            <translation>Välj en annan plats.</translation>
        </message>
        <message>
            <source>The resource already exists in another location.</source>
            <translation>Resursen finns redan på en annan plats.</translation>
        </message>
        <message>
            <source>Choose another name, or use the existing one.</source>
            <translation>Välj ett annat namn, eller använd den befintliga.</translation>
        </message>
        <message>
            <source>The service does not offer this.</source>
            <translation>Tjänsten erbjuder inte det här.</translation>
        </message>
        <message>
            <source>Update the service, or use another connection.</source>
            <translation>Uppdatera tjänsten, eller använd en annan anslutning.</translation>
        </message>
        <message>
            <source>The service is not available at the moment.</source>
            <translation>Tjänsten är inte tillgänglig just nu.</translation>
        </message>
        <message>
            <source>Wait a moment and try again.</source>
            <translation>Vänta en stund och försök igen.</translation>
        </message>
        <message>
            <source>There is already a file where a disk is to be restored.</source>
            <translation>Det finns redan en fil där en disk ska återställas.</translation>
        </message>
        <message>
            <source>Choose another folder, or allow the file to be replaced.</source>
            <translation>Välj en annan mapp, eller tillåt att filen ersätts.</translation>
        </message>
        <message>
            <source>Another restore is writing the same file right now.</source>
            <translation>En annan återställning skriver till samma fil just nu.</translation>
        </message>
        <message>
            <source>Wait until it has finished, or choose another folder.</source>
            <translation>Vänta tills den är klar, eller välj en annan mapp.</translation>
        </message>
        <message>
            <source>The folder to restore to may not be written to.</source>
            <translation>Du får inte skriva i mappen som återställningen ska göras till.</translation>
        </message>
        <message>
            <source>Choose a folder that you may write to.</source>
            <translation>Välj en mapp som du får skriva i.</translation>
        </message>
        <message>
            <source>There is not enough free space to restore to.</source>
            <translation>Det finns inte tillräckligt med ledigt utrymme för återställningen.</translation>
        </message>
        <message>
            <source>Free some space or choose another folder.</source>
            <translation>Frigör utrymme eller välj en annan mapp.</translation>
        </message>
        <message>
            <source>The folder to restore to cannot be used.</source>
            <translation>Det går inte att återställa till mappen.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Välj en annan mapp.</translation>
        </message>
        <message>
            <source>A restored disk could not be written.</source>
            <translation>En återställd disk kunde inte skrivas.</translation>
        </message>
        <message>
            <source>Check the disk and try again.</source>
            <translation>Kontrollera disken och försök igen.</translation>
        </message>
        <message>
            <source>The recovery point is less consistent than the one before.</source>
            <translation>Återställningspunkten är mindre konsekvent än den föregående.</translation>
        </message>
        <message>
            <source>Check the VM agent, then back up again.</source>
            <translation>Kontrollera VM-agenten och säkerhetskopiera sedan igen.</translation>
        </message>
        <message>
            <source>The disk %1 was not backed up.</source>
            <translation>Disken %1 säkerhetskopierades inte.</translation>
        </message>
        <message>
            <source>Check whether the disk can be read, then back up again.</source>
            <translation>Kontrollera att disken går att läsa och säkerhetskopiera sedan igen.</translation>
        </message>
        <message>
            <source>The disk %1 of the last recovery point no longer belongs to the VM, and is not in this one.</source>
            <translation>Disken %1 från den senaste återställningspunkten hör inte längre till den virtuella datorn och ingår inte i den här.</translation>
        </message>
        <message>
            <source>If the disk was not removed on purpose, put it back and back up again. Earlier recovery points still have it.</source>
            <translation>Om disken inte togs bort avsiktligt lägger du tillbaka den och säkerhetskopierar igen. Tidigare återställningspunkter har den kvar.</translation>
        </message>
        <message>
            <source>There is no space left in the data folder.</source>
            <translation>Det finns inget utrymme kvar i datamappen.</translation>
        </message>
        <message>
            <source>Free some space on the disk that holds the data folder.</source>
            <translation>Frigör utrymme på disken med datamappen.</translation>
        </message>
        <message>
            <source>This type of job cannot be run again.</source>
            <translation>Den här typen av jobb kan inte köras igen.</translation>
        </message>
        <message>
            <source>Start it from the virtual machine or its backup item.</source>
            <translation>Starta det från den virtuella datorn eller dess säkerhetskopieringsobjekt.</translation>
        </message>
        <message>
            <source>The job was canceled.</source>
            <translation>Jobbet avbröts.</translation>
        </message>
        <message>
            <source>The operation failed.</source>
            <translation>Åtgärden misslyckades.</translation>
        </message>
        <message>
            <source>Try again.</source>
            <translation>Försök igen.</translation>
        </message>
        <message>
            <source>The program is closing.</source>
            <translation>Programmet avslutas.</translation>
        </message>
        <message>
            <source>The data folder holds other data than the demo's.</source>
            <translation>Datamappen innehåller annat än demomiljöns data.</translation>
        </message>
        <message>
            <source>Choose another data folder for the demo.</source>
            <translation>Välj en annan datamapp för demomiljön.</translation>
        </message>
        <message>
            <source>A program that Valv needs did not succeed.</source>
            <translation>Ett program som Valv behöver misslyckades.</translation>
        </message>
        <message>
            <source>Check that there is free space on the disk, then try again.</source>
            <translation>Kontrollera att det finns ledigt utrymme på disken och försök sedan igen.</translation>
        </message>
        <message>
            <source>%1 points expire before %2 points.</source>
            <translation>Punkter av typen %1 upphör tidigare än punkter av typen %2.</translation>
        </message>
        <message>
            <source>Lengthen the row that expires first, or turn it off.</source>
            <translation>Förläng raden som upphör först, eller stäng av den.</translation>
        </message>
        <message>
            <source>No retention row keeps the points of %1.</source>
            <translation>Ingen rad för kvarhållning behåller punkterna från %1.</translation>
        </message>
        <message>
            <source>Choose the day in the weekly row, or take it out of the schedule.</source>
            <translation>Välj dagen i veckoraden, eller ta bort den ur schemat.</translation>
        </message>
        <message>
            <source>The VM agent does not answer Azure Backup, so no snapshot could be taken.</source>
            <translation>VM-agenten svarar inte Azure Backup, så ingen ögonblicksbild kunde tas.</translation>
        </message>
        <message>
            <source>Check that the VM is running and the agent status is Ready; restart or reinstall the agent, then run Backup now.</source>
            <translation>Kontrollera att den virtuella datorn körs och att agentstatus är Redo. Starta om eller installera om agenten och kör sedan Säkerhetskopiera nu.</translation>
        </message>
        <message>
            <source>The state of the snapshot could not be read from the VM agent.</source>
            <translation>Ögonblicksbildens status kunde inte läsas från VM-agenten.</translation>
        </message>
        <message>
            <source>Check agent and extension, DHCP in the guest and application control rules, then try again.</source>
            <translation>Kontrollera agenten och tillägget, DHCP i gästsystemet och eventuella regler för programkontroll. Försök sedan igen.</translation>
        </message>
        <message>
            <source>The VM is in a failed provisioning state.</source>
            <translation>Den virtuella datorns etablering har misslyckats.</translation>
        </message>
        <message>
            <source>Repair or remove the failed extension. If it is the snapshot extension, remove it; the next backup installs it again.</source>
            <translation>Reparera eller ta bort tillägget som har misslyckats. Är det säkerhetskopieringstillägget tar du bort det. Det installeras igen vid nästa säkerhetskopiering.</translation>
        </message>
        <message>
            <source>The VM has reached the limit of 18 instant recovery points.</source>
            <translation>Den virtuella datorn har nått gränsen på 18 omedelbara återställningspunkter.</translation>
        </message>
        <message>
            <source>Remove the lock from the AzureBackupRG_ resource group, clean up the collection and try again.</source>
            <translation>Ta bort låset från resursgruppen AzureBackupRG_, rensa samlingen med återställningspunkter och försök igen.</translation>
        </message>
        <message>
            <source>Few instant recovery points are left (%1 of 18 used).</source>
            <translation>Få omedelbara återställningspunkter finns kvar (%1 av 18 används).</translation>
        </message>
        <message>
            <source>Lower the snapshot retention or make fewer on-demand backups.</source>
            <translation>Minska kvarhållningen av ögonblicksbilder eller gör färre säkerhetskopieringar på begäran.</translation>
        </message>
        <message>
            <source>Azure Backup lacks permission to the key vault of the encrypted VM.</source>
            <translation>Azure Backup saknar behörighet till nyckelvalvet för den krypterade virtuella datorn.</translation>
        </message>
        <message>
            <source>Grant the Backup service read and backup rights on keys and secrets in the key vault.</source>
            <translation>Ge Backup-tjänsten läs- och säkerhetskopieringsbehörighet för nycklar och hemligheter i nyckelvalvet.</translation>
        </message>
        <message>
            <source>The snapshot failed because the VM has no network connection.</source>
            <translation>Ögonblicksbilden misslyckades eftersom den virtuella datorn saknar nätverksanslutning.</translation>
        </message>
        <message>
            <source>Check DHCP, outbound rules and proxy for the VM, then try again.</source>
            <translation>Kontrollera DHCP, utgående regler och proxy för den virtuella datorn och försök igen.</translation>
        </message>
        <message>
            <source>The backup extension could not complete its work.</source>
            <translation>Säkerhetskopieringstillägget kunde inte slutföra arbetet.</translation>
        </message>
        <message>
            <source>Check the agent, reinstall the extension and try again.</source>
            <translation>Kontrollera agenten, installera om tillägget och försök igen.</translation>
        </message>
        <message>
            <source>The backup failed because of an internal error.</source>
            <translation>Säkerhetskopieringen misslyckades på grund av ett internt fel.</translation>
        </message>
        <message>
            <source>Wait a few minutes and try again. If it keeps failing, check the agent and locks on the service's resource group.</source>
            <translation>Vänta några minuter och försök igen. Om felet kvarstår kontrollerar du agenten och eventuella lås på tjänstens resursgrupp.</translation>
        </message>
        <message>
            <source>Wait a few minutes and try again. If it keeps failing, contact support with the job ID.</source>
            <translation>Vänta några minuter och försök igen. Kontakta supporten med jobb-ID om felet kvarstår.</translation>
        </message>
        <message>
            <source>A disk is larger than Azure Backup supports.</source>
            <translation>En disk är större än vad Azure Backup har stöd för.</translation>
        </message>
        <message>
            <source>Split the data over smaller disks or leave the disk out.</source>
            <translation>Dela upp data på mindre diskar eller undanta disken.</translation>
        </message>
        <message>
            <source>Another backup of this VM is already running.</source>
            <translation>En annan säkerhetskopiering av den virtuella datorn pågår redan.</translation>
        </message>
        <message>
            <source>Wait until it has finished, or cancel it while the snapshot is being taken.</source>
            <translation>Vänta tills den är klar, eller avbryt den medan ögonblicksbilden tas.</translation>
        </message>
        <message>
            <source>The compute platform reported an error; the job details hold the cause.</source>
            <translation>Beräkningsplattformen rapporterade ett fel. Orsaken finns i jobbinformationen.</translation>
        </message>
        <message>
            <source>Open the job, read the inner error and follow its advice.</source>
            <translation>Öppna jobbet, läs det underliggande felet och följ rekommendationen.</translation>
        </message>
        <message>
            <source>The VM is not actively protected.</source>
            <translation>Den virtuella datorn är inte aktivt skyddad.</translation>
        </message>
        <message>
            <source>Enable or resume backup, then try again.</source>
            <translation>Aktivera eller återuppta säkerhetskopieringen och försök igen.</translation>
        </message>
        <message>
            <source>The VM no longer exists or has been moved.</source>
            <translation>Den virtuella datorn finns inte längre eller har flyttats.</translation>
        </message>
        <message>
            <source>Stop backup for the item (retain or delete data), or recreate the VM with the same name and resource group.</source>
            <translation>Stoppa säkerhetskopieringen för objektet (behåll eller ta bort data), eller återskapa den virtuella datorn med samma namn och resursgrupp.</translation>
        </message>
        <message>
            <source>The operation could not be carried out because the VM is gone.</source>
            <translation>Åtgärden kunde inte utföras eftersom den virtuella datorn inte längre finns.</translation>
        </message>
        <message>
            <source>Refresh the list; recreate the VM or stop its protection.</source>
            <translation>Uppdatera listan. Återskapa den virtuella datorn eller stoppa skyddet.</translation>
        </message>
        <message>
            <source>The VM to be backed up was not found.</source>
            <translation>Den virtuella dator som ska säkerhetskopieras hittades inte.</translation>
        </message>
        <message>
            <source>Stop protection for the item or recreate the VM with the same name and resource group.</source>
            <translation>Stoppa skyddet för objektet eller återskapa den virtuella datorn med samma namn och resursgrupp.</translation>
        </message>
        <message>
            <source>The VM is in a state that does not allow backup.</source>
            <translation>Den virtuella datorn är i ett tillstånd som inte tillåter säkerhetskopiering.</translation>
        </message>
        <message>
            <source>Wait until it is Running or Stopped and try again.</source>
            <translation>Vänta tills den körs eller är stoppad och försök igen.</translation>
        </message>
        <message>
            <source>Wait for the state to settle. On SELinux systems, exempt the agent's folder.</source>
            <translation>Vänta tills tillståndet har stabiliserats. Undanta agentens mapp på system med SELinux.</translation>
        </message>
        <message>
            <source>The backup extension could not be installed because the VM is off.</source>
            <translation>Säkerhetskopieringstillägget kunde inte installeras eftersom den virtuella datorn är avstängd.</translation>
        </message>
        <message>
            <source>Start the VM and check the agent. A backup of the stopped VM becomes crash-consistent.</source>
            <translation>Starta den virtuella datorn och kontrollera agenten. Säkerhetskopian av en avstängd virtuell dator blir kraschkonsekvent.</translation>
        </message>
        <message>
            <source>One or more mount points could not be frozen for the snapshot.</source>
            <translation>En eller flera monteringspunkter kunde inte frysas för ögonblicksbilden.</translation>
        </message>
        <message>
            <source>Unmount, check the file system and mount again; remove duplicate mount points or exclude those that cannot be unmounted.</source>
            <translation>Avmontera, kontrollera filsystemet och montera igen. Ta bort dubbla monteringspunkter eller undanta dem som inte går att avmontera.</translation>
        </message>
        <message>
            <source>The extension was stopped in the VM, probably by antivirus software.</source>
            <translation>Tillägget stoppades i den virtuella datorn, troligen av antivirusprogram.</translation>
        </message>
        <message>
            <source>Exempt the extension's folders in the antivirus settings and try again.</source>
            <translation>Undanta tilläggets mappar i antivirusinställningarna och försök igen.</translation>
        </message>
        <message>
            <source>Copying data from the vault took too long.</source>
            <translation>Det tog för lång tid att kopiera data från valvet.</translation>
        </message>
        <message>
            <source>Choose a less loaded storage account or a quieter time and try again.</source>
            <translation>Välj ett mindre belastat lagringskonto eller en lugnare tidpunkt och försök igen.</translation>
        </message>
        <message>
            <source>The snapshot failed because of a COM+ error.</source>
            <translation>Ögonblicksbilden misslyckades på grund av ett COM+-fel.</translation>
        </message>
        <message>
            <source>Restart the COM+ System Application service; check the Distributed Transaction Coordinator.</source>
            <translation>Starta om tjänsten COM+-systemprogram och kontrollera Distributed Transaction Coordinator.</translation>
        </message>
        <message>
            <source>The extension could not be installed because of a COM+ error.</source>
            <translation>Tillägget kunde inte installeras på grund av ett COM+-fel.</translation>
        </message>
        <message>
            <source>Restart the COM+ System Application service and try again.</source>
            <translation>Starta om tjänsten COM+-systemprogram och försök igen.</translation>
        </message>
        <message>
            <source>The extension could not be installed because the transaction coordinator did not answer.</source>
            <translation>Tillägget kunde inte installeras eftersom transaktionskoordinatorn inte svarade.</translation>
        </message>
        <message>
            <source>Let the coordinator service run as Network Service, or reinstall it.</source>
            <translation>Kör koordinatortjänsten som Nätverkstjänst, eller installera om den.</translation>
        </message>
        <message>
            <source>The snapshot failed because a VSS writer is not stable.</source>
            <translation>Ögonblicksbilden misslyckades eftersom en VSS-skrivare inte är stabil.</translation>
        </message>
        <message>
            <source>List the writers, restart the services of those not stable and try again.</source>
            <translation>Lista VSS-skrivarna, starta om tjänsterna för dem som inte är stabila och försök igen.</translation>
        </message>
        <message>
            <source>The snapshot failed because the Volume Shadow Copy service has a fault.</source>
            <translation>Ögonblicksbilden misslyckades på grund av ett fel i tjänsten Volume Shadow Copy.</translation>
        </message>
        <message>
            <source>Restart the Volume Shadow Copy service; otherwise restart the VM at a planned time.</source>
            <translation>Starta om tjänsten Volume Shadow Copy. Annars startar du om den virtuella datorn vid en planerad tidpunkt.</translation>
        </message>
        <message>
            <source>The extension's settings could not be read.</source>
            <translation>Tilläggets inställningar kunde inte läsas.</translation>
        </message>
        <message>
            <source>Restore the default permissions of the MachineKeys folder, remove old certificates and run a backup.</source>
            <translation>Återställ standardbehörigheterna för mappen MachineKeys, ta bort gamla certifikat och kör en säkerhetskopiering.</translation>
        </message>
        <message>
            <source>The extension is stuck in deletion.</source>
            <translation>Tillägget har fastnat under borttagning.</translation>
        </message>
        <message>
            <source>Uninstall the backup extension; the next backup installs it again.</source>
            <translation>Avinstallera säkerhetskopieringstillägget. Det installeras igen vid nästa säkerhetskopiering.</translation>
        </message>
        <message>
            <source>A disk has reached its limit of snapshots.</source>
            <translation>En disk har nått gränsen för antalet ögonblicksbilder.</translation>
        </message>
        <message>
            <source>Delete snapshots that are not needed (never the disks themselves) and try again.</source>
            <translation>Ta bort ögonblicksbilder som inte behövs (aldrig själva diskarna) och försök igen.</translation>
        </message>
        <message>
            <source>The VM was too heavily loaded for the snapshot to finish.</source>
            <translation>Den virtuella datorn var för hårt belastad för att ögonblicksbilden skulle hinna slutföras.</translation>
        </message>
        <message>
            <source>Move the backup to a quieter time or choose a larger VM size.</source>
            <translation>Flytta säkerhetskopieringen till en lugnare tidpunkt eller välj en större storlek.</translation>
        </message>
        <message>
            <source>A drive is locked, so the snapshot failed.</source>
            <translation>En enhet är låst, så ögonblicksbilden misslyckades.</translation>
        </message>
        <message>
            <source>Unlock the drive or turn off BitLocker in the VM and try again.</source>
            <translation>Lås upp enheten eller inaktivera BitLocker i den virtuella datorn och försök igen.</translation>
        </message>
        <message>
            <source>The snapshot failed because a secure network channel could not be set up.</source>
            <translation>Ögonblicksbilden misslyckades eftersom en säker nätverkskanal inte kunde upprättas.</translation>
        </message>
        <message>
            <source>Allow strong cryptography for the installed .NET versions and try again.</source>
            <translation>Tillåt stark kryptering för installerade .NET-versioner och försök igen.</translation>
        </message>
        <message>
            <source>A runtime library needed by the extension could not be installed.</source>
            <translation>Ett körningsbibliotek som tillägget behöver kunde inte installeras.</translation>
        </message>
        <message>
            <source>Check that the Windows Installer service may start, then install the library by hand.</source>
            <translation>Kontrollera att tjänsten Windows Installer får starta och installera biblioteket manuellt.</translation>
        </message>
        <message>
            <source>An Azure Policy in the subscription does not allow this operation.</source>
            <translation>En Azure Policy i prenumerationen tillåter inte åtgärden.</translation>
        </message>
        <message>
            <source>Let the tag policy modify rather than deny, or create the service's resource group beforehand with the required name.</source>
            <translation>Låt taggprincipen ändra i stället för att neka, eller skapa tjänstens resursgrupp i förväg med rätt namn.</translation>
        </message>
        <message>
            <source>The snapshot could not be copied: the storage account has too little free space.</source>
            <translation>Ögonblicksbilden kunde inte kopieras: lagringskontot har för lite ledigt utrymme.</translation>
        </message>
        <message>
            <source>Leave about half of the account free for the first backup.</source>
            <translation>Lämna ungefär hälften av kontot ledigt inför den första säkerhetskopieringen.</translation>
        </message>
        <message>
            <source>Backup cannot be set up: the VM has left Trusted Launch mode.</source>
            <translation>Säkerhetskopiering kan inte konfigureras: den virtuella datorn har lämnat läget Betrodd start.</translation>
        </message>
        <message>
            <source>Delete the old backup data for good first, or use another VM name.</source>
            <translation>Ta först bort gamla säkerhetskopierade data permanent, eller använd ett annat namn.</translation>
        </message>
        <message>
            <source>A mounted recovery volume stopped the backup.</source>
            <translation>En monterad återställningsvolym hindrade säkerhetskopieringen.</translation>
        </message>
        <message>
            <source>Unmount the disks of the recovery point and try again.</source>
            <translation>Demontera återställningspunktens diskar och försök igen.</translation>
        </message>
        <message>
            <source>The pre-script failed; the backup may not be application-consistent.</source>
            <translation>Förskriptet misslyckades. Säkerhetskopian kanske inte är programkonsekvent.</translation>
        </message>
        <message>
            <source>Read the script's log and correct the script.</source>
            <translation>Läs skriptets logg och rätta skriptet.</translation>
        </message>
        <message>
            <source>The post-script failed; the application may be affected.</source>
            <translation>Efterskriptet misslyckades. Programmet kan ha påverkats.</translation>
        </message>
        <message>
            <source>Check the application, then read the script's log.</source>
            <translation>Kontrollera programmet och läs sedan skriptets logg.</translation>
        </message>
        <message>
            <source>The pre-script was not found where the settings file says it is.</source>
            <translation>Förskriptet hittades inte på den plats som anges i konfigurationsfilen.</translation>
        </message>
        <message>
            <source>Put the script there or correct the path.</source>
            <translation>Lägg skriptet där eller rätta sökvägen.</translation>
        </message>
        <message>
            <source>The post-script was not found where the settings file says it is.</source>
            <translation>Efterskriptet hittades inte på den plats som anges i konfigurationsfilen.</translation>
        </message>
        <message>
            <source>A file of the extension is damaged, so the scripts cannot run.</source>
            <translation>En fil i tillägget är skadad, så skripten kan inte köras.</translation>
        </message>
        <message>
            <source>Uninstall the extension; the next backup installs it again.</source>
            <translation>Avinstallera tillägget. Det installeras igen vid nästa säkerhetskopiering.</translation>
        </message>
        <message>
            <source>The script settings file is not valid, so the scripts cannot run.</source>
            <translation>Skriptens konfigurationsfil är ogiltig, så skripten kan inte köras.</translation>
        </message>
        <message>
            <source>Fetch a fresh template and fill it in again.</source>
            <translation>Hämta en ny mall och fyll i den på nytt.</translation>
        </message>
        <message>
            <source>The pre-script has the wrong owner or permissions.</source>
            <translation>Förskriptet har fel ägare eller behörigheter.</translation>
        </message>
        <message>
            <source>Set owner root and mode 700.</source>
            <translation>Ange root som ägare och behörigheten 700.</translation>
        </message>
        <message>
            <source>The post-script has the wrong owner or permissions.</source>
            <translation>Efterskriptet har fel ägare eller behörigheter.</translation>
        </message>
        <message>
            <source>The pre-script did not finish in time.</source>
            <translation>Förskriptet blev inte klart i tid.</translation>
        </message>
        <message>
            <source>Make the script faster or raise the time-out (at most 1,800 seconds).</source>
            <translation>Gör skriptet snabbare eller höj tidsgränsen (högst 1 800 sekunder).</translation>
        </message>
        <message>
            <source>The post-script did not finish in time.</source>
            <translation>Efterskriptet blev inte klart i tid.</translation>
        </message>
        <message>
            <source>Protection of this item is already being configured.</source>
            <translation>Skyddet för objektet håller redan på att konfigureras.</translation>
        </message>
        <message>
            <source>Wait for the running operation and try again.</source>
            <translation>Vänta på den pågående åtgärden och försök igen.</translation>
        </message>
        <message>
            <source>Another operation is running on this item.</source>
            <translation>En annan åtgärd pågår för objektet.</translation>
        </message>
        <message>
            <source>Wait until it has finished and try again.</source>
            <translation>Vänta tills den är klar och försök igen.</translation>
        </message>
        <message>
            <source>The item was not found in the vault; it may have been removed.</source>
            <translation>Objektet hittades inte i valvet. Det kan ha tagits bort.</translation>
        </message>
        <message>
            <source>Refresh the list and check that the VM is registered in this vault.</source>
            <translation>Uppdatera listan och kontrollera att den virtuella datorn är registrerad i det här valvet.</translation>
        </message>
        <message>
            <source>The VM's registration was not found in the vault.</source>
            <translation>Den virtuella datorns registrering hittades inte i valvet.</translation>
        </message>
        <message>
            <source>Run discovery again and enable backup.</source>
            <translation>Kör identifieringen igen och aktivera säkerhetskopiering.</translation>
        </message>
        <message>
            <source>The service did not accept the policy's schedule or retention.</source>
            <translation>Tjänsten godtog inte principens schema eller kvarhållning.</translation>
        </message>
        <message>
            <source>Check time, days and retention against the rules shown in the editor.</source>
            <translation>Kontrollera tid, dagar och kvarhållning mot reglerna i redigeraren.</translation>
        </message>
        <message>
            <source>Azure Backup had an internal error.</source>
            <translation>Ett internt fel uppstod i Azure Backup.</translation>
        </message>
        <message>
            <source>Wait a few minutes and try again; contact support with the activity ID if it remains.</source>
            <translation>Vänta några minuter och försök igen. Kontakta supporten med aktivitets-ID om felet kvarstår.</translation>
        </message>
        <message>
            <source>You do not have permission for this action.</source>
            <translation>Du saknar behörighet för åtgärden.</translation>
        </message>
        <message>
            <source>Ask for the role %1 on %2.</source>
            <translation>Be om rollen %1 för %2.</translation>
        </message>
        <message>
            <source>The VM is already protected in the vault %1.</source>
            <translation>Den virtuella datorn skyddas redan i valvet %1.</translation>
        </message>
        <message>
            <source>Open that vault, or stop and delete its backup first.</source>
            <translation>Öppna det valvet, eller stoppa säkerhetskopieringen och ta bort data där först.</translation>
        </message>
        <message>
            <source>The VM is in %1 but the vault is in %2.</source>
            <translation>Den virtuella datorn finns i %1 men valvet finns i %2.</translation>
        </message>
        <message>
            <source>Choose or create a vault in the VM's region.</source>
            <translation>Välj eller skapa ett valv i den virtuella datorns region.</translation>
        </message>
        <message>
            <source>The VM has %1 data disks; at most %2 can be backed up.</source>
            <translation>Den virtuella datorn har %1 datadiskar. Högst %2 kan säkerhetskopieras.</translation>
        </message>
        <message>
            <source>Detach disks or move data to fewer disks.</source>
            <translation>Koppla från diskar eller flytta data till färre diskar.</translation>
        </message>
        <message>
            <source>No more on-demand backups can be made today (%1 of %2).</source>
            <translation>Inga fler säkerhetskopieringar på begäran kan göras i dag (%1 av %2).</translation>
        </message>
        <message>
            <source>Wait until tomorrow or use the scheduled backup.</source>
            <translation>Vänta till i morgon eller använd den schemalagda säkerhetskopieringen.</translation>
        </message>
        <message>
            <source>A policy can be used by at most %1 VMs.</source>
            <translation>En princip kan användas av högst %1 virtuella datorer.</translation>
        </message>
        <message>
            <source>Create another policy with the same schedule.</source>
            <translation>Skapa ytterligare en princip med samma schema.</translation>
        </message>
        <message>
            <source>The vault has reached its limit of %1 policies.</source>
            <translation>Valvet har nått gränsen på %1 principer.</translation>
        </message>
        <message>
            <source>Delete policies that are not used.</source>
            <translation>Ta bort principer som inte används.</translation>
        </message>
        <message numerus="yes">
            <source>The policy is used by %n item(s) and cannot be deleted.</source>
            <translation>
                <numerusform>Principen används av %n objekt och kan inte tas bort.</numerusform>
                <numerusform>Principen används av %n objekt och kan inte tas bort.</numerusform>
            </translation>
        </message>
        <message>
            <source>Move the items to another policy first.</source>
            <translation>Flytta objekten till en annan princip först.</translation>
        </message>
        <message>
            <source>A vault can protect at most %1 VMs.</source>
            <translation>Ett valv kan skydda högst %1 virtuella datorer.</translation>
        </message>
        <message>
            <source>Use another vault in the same region.</source>
            <translation>Använd ett annat valv i samma region.</translation>
        </message>
        <message>
            <source>The subscription has reached its limit of 500 vaults.</source>
            <translation>Prenumerationen har nått gränsen på 500 valv.</translation>
        </message>
        <message>
            <source>Remove vaults that are not used or choose another subscription.</source>
            <translation>Ta bort valv som inte används eller välj en annan prenumeration.</translation>
        </message>
        <message>
            <source>The vault could not be created.</source>
            <translation>Valvet kunde inte skapas.</translation>
        </message>
        <message>
            <source>Check the details and try again; your entries are kept.</source>
            <translation>Kontrollera informationen och försök igen. Dina uppgifter finns kvar.</translation>
        </message>
        <message>
            <source>The vault still contains resources and cannot be deleted.</source>
            <translation>Valvet innehåller fortfarande resurser och kan inte tas bort.</translation>
        </message>
        <message>
            <source>Go through the checklist: stop and delete items, unregister servers and storage accounts, remove private endpoints.</source>
            <translation>Gå igenom checklistan: stoppa och ta bort objekt, avregistrera servrar och lagringskonton, ta bort privata slutpunkter.</translation>
        </message>
        <message>
            <source>The vault has soft-deleted items and cannot be deleted.</source>
            <translation>Valvet har mjukt borttagna objekt och kan inte tas bort.</translation>
        </message>
        <message>
            <source>Wait until the 14 days have passed, or turn off soft delete, undelete the items and delete them again.</source>
            <translation>Vänta tills de 14 dagarna har gått, eller stäng av mjuk borttagning, ångra borttagningen och ta bort objekten igen.</translation>
        </message>
        <message>
            <source>The replication type cannot be changed once backup has been configured.</source>
            <translation>Replikeringstypen kan inte ändras när säkerhetskopiering har konfigurerats.</translation>
        </message>
        <message>
            <source>Create a new vault with the wanted replication type.</source>
            <translation>Skapa ett nytt valv med önskad replikeringstyp.</translation>
        </message>
        <message>
            <source>The VMs in the subscription could not be listed.</source>
            <translation>De virtuella datorerna i prenumerationen kunde inte hämtas.</translation>
        </message>
        <message>
            <source>Check the connection and your role, then try again.</source>
            <translation>Kontrollera anslutningen och din roll och försök igen.</translation>
        </message>
        <message>
            <source>The item is soft-deleted.</source>
            <translation>Objektet är mjukt borttaget.</translation>
        </message>
        <message numerus="yes">
            <source>Undelete it first; %n day(s) are left.</source>
            <translation>
                <numerusform>Ångra borttagningen först. %n dag återstår.</numerusform>
                <numerusform>Ångra borttagningen först. %n dagar återstår.</numerusform>
            </translation>
        </message>
        <message>
            <source>There are no recovery points in the chosen period.</source>
            <translation>Det finns inga återställningspunkter under den valda perioden.</translation>
        </message>
        <message>
            <source>Widen the period or run Backup now.</source>
            <translation>Välj en längre period eller kör Säkerhetskopiera nu.</translation>
        </message>
        <message>
            <source>The snapshot of the recovery point no longer exists.</source>
            <translation>Återställningspunktens ögonblicksbild finns inte längre.</translation>
        </message>
        <message>
            <source>Choose another recovery point.</source>
            <translation>Välj en annan återställningspunkt.</translation>
        </message>
        <message>
            <source>The VM size is not available in the region.</source>
            <translation>Storleken på den virtuella datorn är inte tillgänglig i regionen.</translation>
        </message>
        <message>
            <source>Restore the disks and create a VM of another size from them.</source>
            <translation>Återställ diskarna och skapa en virtuell dator av en annan storlek från dem.</translation>
        </message>
        <message>
            <source>The VM cannot be created because its marketplace offer is gone.</source>
            <translation>Den virtuella datorn kan inte skapas eftersom Marketplace-erbjudandet inte längre finns.</translation>
        </message>
        <message>
            <source>Restore the disks and attach the data disks to another VM.</source>
            <translation>Återställ diskarna och anslut datadiskarna till en annan virtuell dator.</translation>
        </message>
        <message>
            <source>The storage account is not in the vault's region.</source>
            <translation>Lagringskontot finns inte i valvets region.</translation>
        </message>
        <message>
            <source>Choose a storage account in %1.</source>
            <translation>Välj ett lagringskonto i %1.</translation>
        </message>
        <message>
            <source>This type of storage account cannot be used.</source>
            <translation>Den här typen av lagringskonto kan inte användas.</translation>
        </message>
        <message>
            <source>Choose a general-purpose account with local or geo redundancy.</source>
            <translation>Välj ett generellt konto med lokal eller geografisk redundans.</translation>
        </message>
        <message>
            <source>The storage account cannot be reached right now.</source>
            <translation>Lagringskontot kan inte nås just nu.</translation>
        </message>
        <message>
            <source>Try again later or choose another account.</source>
            <translation>Försök igen senare eller välj ett annat konto.</translation>
        </message>
        <message>
            <source>The chosen subnet does not exist.</source>
            <translation>Det valda undernätet finns inte.</translation>
        </message>
        <message>
            <source>Choose a subnet that exists.</source>
            <translation>Välj ett undernät som finns.</translation>
        </message>
        <message>
            <source>The chosen virtual network cannot be used.</source>
            <translation>Det valda virtuella nätverket kan inte användas.</translation>
        </message>
        <message>
            <source>Choose a network in the vault's region and subscription.</source>
            <translation>Välj ett nätverk i valvets region och prenumeration.</translation>
        </message>
        <message>
            <source>The limit for resource groups has been reached.</source>
            <translation>Gränsen för antalet resursgrupper har nåtts.</translation>
        </message>
        <message>
            <source>Remove unused groups or ask support for a higher limit.</source>
            <translation>Ta bort oanvända grupper eller be supporten om en högre gräns.</translation>
        </message>
        <message>
            <source>The disks cannot be replaced on this VM: %1.</source>
            <translation>Diskarna kan inte ersättas på den här virtuella datorn: %1.</translation>
        </message>
        <message>
            <source>Use Create new or Restore disks.</source>
            <translation>Använd Skapa ny eller Återställ diskar.</translation>
        </message>
        <message>
            <source>Files cannot be recovered from an encrypted VM.</source>
            <translation>Filer kan inte återställas från en krypterad virtuell dator.</translation>
        </message>
        <message>
            <source>Restore the whole VM or its disks.</source>
            <translation>Återställ hela den virtuella datorn eller dess diskar.</translation>
        </message>
        <message>
            <source>The script is no longer valid.</source>
            <translation>Skriptet är inte längre giltigt.</translation>
        </message>
        <message>
            <source>Download a new script.</source>
            <translation>Ladda ned ett nytt skript.</translation>
        </message>
        <message>
            <source>The recovery point is already connected on this computer.</source>
            <translation>Återställningspunkten är redan ansluten på den här datorn.</translation>
        </message>
        <message>
            <source>Look among the drives that are already mounted.</source>
            <translation>Leta bland de enheter som redan är monterade.</translation>
        </message>
        <message>
            <source>The computer cannot reach the recovery point.</source>
            <translation>Datorn når inte återställningspunkten.</translation>
        </message>
        <message>
            <source>Open outbound ports 53, 443 and 3260 and check TLS 1.2.</source>
            <translation>Öppna utgående portarna 53, 443 och 3260 och kontrollera TLS 1.2.</translation>
        </message>
        <message>
            <source>This type of job cannot be canceled.</source>
            <translation>Den här typen av jobb kan inte avbrytas.</translation>
        </message>
        <message>
            <source>Wait until the job has finished.</source>
            <translation>Vänta tills jobbet är klart.</translation>
        </message>
        <message>
            <source>The job has come too far to be canceled.</source>
            <translation>Jobbet har kommit för långt för att kunna avbrytas.</translation>
        </message>
        <message>
            <source>Only jobs in progress can be canceled.</source>
            <translation>Endast pågående jobb kan avbrytas.</translation>
        </message>
        <message>
            <source>Wait a minute and try again.</source>
            <translation>Vänta en minut och försök igen.</translation>
        </message>
        <message>
            <source>The job could not be canceled.</source>
            <translation>Jobbet kunde inte avbrytas.</translation>
        </message>
        <message>
            <source>The object was changed by someone else.</source>
            <translation>Objektet har ändrats av någon annan.</translation>
        </message>
        <message>
            <source>Reload, compare and save again.</source>
            <translation>Ladda om, jämför och spara igen.</translation>
        </message>
        <message>
            <source>There is no connection to the service.</source>
            <translation>Det finns ingen anslutning till tjänsten.</translation>
        </message>
        <message>
            <source>Check the network. The lists show the last known values.</source>
            <translation>Kontrollera nätverket. Listorna visar senast kända värden.</translation>
        </message>
        <message>
            <source>You have been signed out.</source>
            <translation>Du har loggats ut.</translation>
        </message>
        <message>
            <source>Sign in again; unsaved entries are kept.</source>
            <translation>Logga in igen. Uppgifter som inte har sparats finns kvar.</translation>
        </message>
        <message>
            <source>Too many requests at the moment.</source>
            <translation>För många begäranden just nu.</translation>
        </message>
        <message numerus="yes">
            <source>Valv tries again by itself in %n second(s).</source>
            <translation>
                <numerusform>Valv försöker igen automatiskt om %n sekund.</numerusform>
                <numerusform>Valv försöker igen automatiskt om %n sekunder.</numerusform>
            </translation>
        </message>
        <message>
            <source>The vault is immutable: no recovery point goes before its time.</source>
            <translation>Valvet är oföränderligt: ingen återställningspunkt försvinner före sin tid.</translation>
        </message>
        <message>
            <source>Wait until immutability ends, or turn it off in the vault's security settings if it is not locked.</source>
            <translation>Vänta tills oföränderligheten upphör, eller stäng av den i valvets säkerhetsinställningar om den inte är låst.</translation>
        </message>
        <message>
            <source>The date must lie ahead, at most 99 years.</source>
            <translation>Datumet måste ligga framåt i tiden, högst 99 år.</translation>
        </message>
        <message>
            <source>A lock on the vault or its resource group forbids this.</source>
            <translation>Ett lås på valvet eller dess resursgrupp förbjuder detta.</translation>
        </message>
        <message>
            <source>Remove the lock under Locks, then try again.</source>
            <translation>Ta bort låset under Lås och försök sedan igen.</translation>
        </message>
        <message>
            <source>The lock no longer exists.</source>
            <translation>Låset finns inte längre.</translation>
        </message>
        <message>
            <source>Refresh the list.</source>
            <translation>Uppdatera listan.</translation>
        </message>
        <message>
            <source>Enter the whole path of a folder.</source>
            <translation>Ange hela sökvägen till en mapp.</translation>
        </message>
        <message>
            <source>Write for example /mnt/second.</source>
            <translation>Skriv till exempel /mnt/second.</translation>
        </message>
        <message>
            <source>The folder is not there and cannot be made.</source>
            <translation>Mappen finns inte och kan inte skapas.</translation>
        </message>
        <message>
            <source>Check the path, and that the disk or share is connected.</source>
            <translation>Kontrollera sökvägen och att disken eller resursen är ansluten.</translation>
        </message>
        <message>
            <source>The folder cannot be read and written.</source>
            <translation>Mappen kan inte läsas och skrivas.</translation>
        </message>
        <message>
            <source>The folder is not empty.</source>
            <translation>Mappen är inte tom.</translation>
        </message>
        <message>
            <source>Choose an empty folder, or a copy of this vault.</source>
            <translation>Välj en tom mapp eller en kopia av det här valvet.</translation>
        </message>
        <message>
            <source>The two locations lie within one another.</source>
            <translation>De två platserna ligger inuti varandra.</translation>
        </message>
        <message>
            <source>Choose a folder on another disk or share.</source>
            <translation>Välj en mapp på en annan disk eller resurs.</translation>
        </message>
        <message>
            <source>Another vault uses this folder.</source>
            <translation>Ett annat valv använder den här mappen.</translation>
        </message>
        <message>
            <source>Only a geo-redundant vault has a second location.</source>
            <translation>Bara ett geo-redundant valv har en andra plats.</translation>
        </message>
        <message>
            <source>Choose Geo-redundant first.</source>
            <translation>Välj Geo-redundant först.</translation>
        </message>
        <message>
            <source>The vault has no second location.</source>
            <translation>Valvet har ingen andra plats.</translation>
        </message>
        <message>
            <source>Choose one under Backup configuration.</source>
            <translation>Välj en under Säkerhetskopieringskonfiguration.</translation>
        </message>
        <message>
            <source>The copy of the vault is gone from the second location.</source>
            <translation>Kopian av valvet är borta från den andra platsen.</translation>
        </message>
        <message>
            <source>Connect the disk or share. To begin a new copy there, choose the folder again.</source>
            <translation>Anslut disken eller resursen. Välj mappen igen för att börja på en ny kopia där.</translation>
        </message>
        <message>
            <source>Another vault lies in the second location.</source>
            <translation>Ett annat valv ligger på den andra platsen.</translation>
        </message>
        <message>
            <source>Choose another folder for the second location.</source>
            <translation>Välj en annan mapp som andra plats.</translation>
        </message>
        <message>
            <source>The second location does not give back what was written to it.</source>
            <translation>Den andra platsen ger inte tillbaka det som skrevs dit.</translation>
        </message>
        <message>
            <source>Check the disk or share of the second location.</source>
            <translation>Kontrollera den andra platsens disk eller resurs.</translation>
        </message>
        <message>
            <source>Files in the second location are damaged and could not be copied again.</source>
            <translation>Filer på den andra platsen är skadade och kunde inte kopieras på nytt.</translation>
        </message>
        <message>
            <source>Files in the vault's first location are damaged and were not copied.</source>
            <translation>Filer på valvets första plats är skadade och kopierades inte.</translation>
        </message>
        <message>
            <source>Verify the vault. What is damaged is restored from the second location.</source>
            <translation>Kontrollera valvet. Det som är skadat återställs från den andra platsen.</translation>
        </message>
        <message>
            <source>The vault's first location cannot be read.</source>
            <translation>Valvets första plats kan inte läsas.</translation>
        </message>
        <message>
            <source>Check the disk that holds the vault. Restores read from the second location.</source>
            <translation>Kontrollera disken som valvet ligger på. Återställningar läser från den andra platsen.</translation>
        </message>
        <message>
            <source>The recovery point is in the vault, but not in its second location.</source>
            <translation>Återställningspunkten finns i valvet, men inte på dess andra plats.</translation>
        </message>
        <message>
            <source>Look at the vault's Backup configuration.</source>
            <translation>Se efter i valvets säkerhetskopieringskonfiguration.</translation>
        </message>
        <message>
            <source>What could not be read in the vault's first location was read from the second.</source>
            <translation>Det som inte kunde läsas på valvets första plats lästes från den andra.</translation>
        </message>
        <message>
            <source>Look at the check of the vault. If its first location is lost, attach the second in its place.</source>
            <translation>Se vad kontrollen av valvet säger. Om den första platsen är förlorad, anslut den andra i dess ställe.</translation>
        </message>
        <message>
            <source>The program was closed or the computer restarted while the job ran. Earlier recovery points are intact.</source>
            <translation>Programmet stängdes eller datorn startades om medan jobbet kördes. Tidigare återställningspunkter är oskadda.</translation>
        </message>
        <message>
            <source>Someone else has changed the policy since you opened it; yours is not saved.</source>
            <translation>Någon annan har ändrat principen sedan du öppnade den; din ändring är inte sparad.</translation>
        </message>
        <message>
            <source>Edit the policy to compare, or try again to replace theirs.</source>
            <translation>Redigera principen för att jämföra, eller försök igen för att ersätta den andras ändring.</translation>
        </message>
        <message numerus="yes">
            <source>The policy is used by %n protection rule(s) and cannot be deleted.</source>
            <translation>
                <numerusform>Principen används av %n skyddsregel och kan inte tas bort.</numerusform>
                <numerusform>Principen används av %n skyddsregler och kan inte tas bort.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose another policy in the rules first, or remove them.</source>
            <translation>Välj en annan princip i reglerna först, eller ta bort dem.</translation>
        </message>
    </context>
    <context>
        <name>valv::engine::MailText</name>
        <message>
            <source>The backup of {name} failed.</source>
            <translation>Säkerhetskopieringen av {name} misslyckades.</translation>
        </message>
        <message>
            <source>The restore of {name} failed.</source>
            <translation>Återställningen av {name} misslyckades.</translation>
        </message>
        <message>
            <source>The last good recovery point of {name} is older than its policy allows for.</source>
            <translation>Den senaste felfria återställningspunkten för {name} är äldre än principen medger.</translation>
        </message>
        <message numerus="yes">
            <source>%n scheduled backup(s) of {name} could not start on time.</source>
            <translation>
                <numerusform>%n schemalagd säkerhetskopiering av {name} kunde inte starta i tid.</numerusform>
                <numerusform>%n schemalagda säkerhetskopieringar av {name} kunde inte starta i tid.</numerusform>
            </translation>
        </message>
        <message>
            <source>The backup of {name} completed with warnings.</source>
            <translation>Säkerhetskopieringen av {name} slutfördes med varningar.</translation>
        </message>
        <message numerus="yes">
            <source>The backup data of {name} was deleted (%n recovery point(s)).</source>
            <translation>
                <numerusform>Säkerhetskopierade data för {name} togs bort (%n återställningspunkt).</numerusform>
                <numerusform>Säkerhetskopierade data för {name} togs bort (%n återställningspunkter).</numerusform>
            </translation>
        </message>
        <message>
            <source>A recovery point of {name} was deleted.</source>
            <translation>En återställningspunkt för {name} togs bort.</translation>
        </message>
        <message numerus="yes">
            <source>After a change of the policy {policy}, %n recovery point(s) will expire.</source>
            <translation>
                <numerusform>En ändring av principen {policy} gör att %n återställningspunkt upphör att gälla.</numerusform>
                <numerusform>En ändring av principen {policy} gör att %n återställningspunkter upphör att gälla.</numerusform>
            </translation>
        </message>
        <message>
            <source>Soft delete was turned off for the vault {name}.</source>
            <translation>Mjuk borttagning stängdes av för valvet {name}.</translation>
        </message>
        <message>
            <source>The second location of the vault {name} can't be kept up to date.</source>
            <translation>Den andra platsen för valvet {name} kan inte hållas aktuell.</translation>
        </message>
        <message>
            <source>The check of the vault {name} found damage.</source>
            <translation>Kontrollen av valvet {name} hittade skador.</translation>
        </message>
        <message>
            <source>The rule {rule} protected {name}.</source>
            <translation>Regeln {rule} skyddade {name}.</translation>
        </message>
        <message>
            <source>The clock of {name} jumped forward. Until it can be believed, nothing expires.</source>
            <translation>Klockan på {name} har hoppat framåt. Tills Valv kan lita på den tas inget bort på grund av sin ålder.</translation>
        </message>
        <message>
            <source>Critical</source>
            <translation>Kritisk</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Varning</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>When</source>
            <translation>När</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>Orsak</translation>
        </message>
        <message>
            <source>Recommended action</source>
            <translation>Rekommenderad åtgärd</translation>
        </message>
        <message>
            <source>Damaged files</source>
            <translation>Skadade filer</translation>
        </message>
        <message>
            <source>Repaired files</source>
            <translation>Reparerade filer</translation>
        </message>
        <message>
            <source>Recovery points hit</source>
            <translation>Drabbade återställningspunkter</translation>
        </message>
        <message>
            <source>Machines hit</source>
            <translation>Drabbade datorer</translation>
        </message>
        <message>
            <source>Job</source>
            <translation>Jobb</translation>
        </message>
        <message>
            <source>Sent by Valv on %1. Notifications are configured under Alerts of the vault.</source>
            <translation>Skickat av Valv på %1. Meddelanden ställs in under Aviseringar i valvet.</translation>
        </message>
        <message numerus="yes">
            <source>%n alert(s) in %1</source>
            <extracomment>Subject of a mail. %1 is a vault</extracomment>
            <translation>
                <numerusform>%n avisering i %1</numerusform>
                <numerusform>%n aviseringar i %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>test message from %1</source>
            <translation>provmeddelande från %1</translation>
        </message>
        <message>
            <source>This is how alerts of the vault %1 arrive.</source>
            <translation>Så här kommer aviseringar från valvet %1 fram.</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::AlertModel</name>
        <message>
            <source>Severity</source>
            <translation>Allvarlighetsgrad</translation>
        </message>
        <message>
            <source>Alert</source>
            <extracomment>Column heading: what happened.</extracomment>
            <translation>Avisering</translation>
        </message>
        <message>
            <source>Resource</source>
            <extracomment>Column heading: the machine or vault that an alert is about.</extracomment>
            <translation>Resurs</translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>Raised</source>
            <extracomment>Column heading: when an alert came up. Keep short.</extracomment>
            <translation>Utlöst</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Tillstånd</translation>
        </message>
        <message>
            <source>Handled by</source>
            <extracomment>Column heading: who acknowledged or closed an alert. Keep short.</extracomment>
            <translation>Hanteras av</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::AlertText</name>
        <message>
            <source>%1: %2</source>
            <extracomment>%1 is a machine or a vault, %2 what happened to it</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message numerus="yes">
            <source>Backup failed %n time(s)</source>
            <translation>
                <numerusform>Säkerhetskopieringen misslyckades %n gång</numerusform>
                <numerusform>Säkerhetskopieringen misslyckades %n gånger</numerusform>
            </translation>
        </message>
        <message>
            <source>Backup failed</source>
            <translation>Säkerhetskopieringen misslyckades</translation>
        </message>
        <message numerus="yes">
            <source>The backup of %1 has failed %n time(s), the last time on %2.</source>
            <extracomment>%1 is a machine, %2 a moment</extracomment>
            <translation>
                <numerusform>Säkerhetskopieringen av %1 har misslyckats %n gång, senast %2.</numerusform>
                <numerusform>Säkerhetskopieringen av %1 har misslyckats %n gånger, senast %2.</numerusform>
            </translation>
        </message>
        <message>
            <source>The backup of %1 failed on %2.</source>
            <translation>Säkerhetskopieringen av %1 misslyckades %2.</translation>
        </message>
        <message>
            <source>Look at the job, remove the cause, and back up again.</source>
            <translation>Titta på jobbet, åtgärda orsaken och säkerhetskopiera igen.</translation>
        </message>
        <message numerus="yes">
            <source>Restore failed %n time(s)</source>
            <translation>
                <numerusform>Återställningen misslyckades %n gång</numerusform>
                <numerusform>Återställningen misslyckades %n gånger</numerusform>
            </translation>
        </message>
        <message>
            <source>Restore failed</source>
            <translation>Återställningen misslyckades</translation>
        </message>
        <message numerus="yes">
            <source>The restore of %1 has failed %n time(s), the last time on %2.</source>
            <translation>
                <numerusform>Återställningen av %1 har misslyckats %n gång, senast %2.</numerusform>
                <numerusform>Återställningen av %1 har misslyckats %n gånger, senast %2.</numerusform>
            </translation>
        </message>
        <message>
            <source>The restore of %1 failed on %2.</source>
            <translation>Återställningen av %1 misslyckades %2.</translation>
        </message>
        <message>
            <source>Look at the job, remove the cause, and restore again.</source>
            <translation>Titta på jobbet, åtgärda orsaken och återställ igen.</translation>
        </message>
        <message>
            <source>The last good backup is too old</source>
            <translation>Den senaste fungerande säkerhetskopian är för gammal</translation>
        </message>
        <message>
            <source>%1 has had no good backup since %2. That is longer than its policy allows for.</source>
            <translation>%1 har inte fått någon fungerande säkerhetskopia sedan %2. Det är längre än principen medger.</translation>
        </message>
        <message>
            <source>Check that Valv runs at the time of the schedule, and back up now.</source>
            <translation>Kontrollera att Valv är igång när schemat ska köras, och säkerhetskopiera nu.</translation>
        </message>
        <message numerus="yes">
            <source>%n scheduled backup(s) missed</source>
            <translation>
                <numerusform>%n schemalagd säkerhetskopiering missad</numerusform>
                <numerusform>%n schemalagda säkerhetskopieringar missade</numerusform>
            </translation>
        </message>
        <message>
            <source>A scheduled backup of %1 could not start on time, on %2. One backup makes up for it.</source>
            <translation>En schemalagd säkerhetskopiering av %1 kunde inte starta i tid, %2. En säkerhetskopiering tar igen den.</translation>
        </message>
        <message numerus="yes">
            <source>%n scheduled backup(s) of %1 could not start on time, the first on %2. One backup makes up for them.</source>
            <translation>
                <numerusform>%n schemalagd säkerhetskopiering av %1 kunde inte starta i tid, den första %2. En säkerhetskopiering tar igen den.</numerusform>
                <numerusform>%n schemalagda säkerhetskopieringar av %1 kunde inte starta i tid, den första %2. En säkerhetskopiering tar igen dem.</numerusform>
            </translation>
        </message>
        <message>
            <source>The computer was off or asleep, or Valv was not running.</source>
            <translation>Datorn var avstängd eller i viloläge, eller så var Valv inte igång.</translation>
        </message>
        <message>
            <source>Nothing, if the computer was off on purpose. Otherwise let Valv run as a service.</source>
            <translation>Inget, om datorn var avstängd med avsikt. Låt annars Valv köras som en tjänst.</translation>
        </message>
        <message>
            <source>Backup completed with warnings</source>
            <translation>Säkerhetskopieringen slutfördes med varningar</translation>
        </message>
        <message>
            <source>The backup of %1 on %2 completed with warnings.</source>
            <translation>Säkerhetskopieringen av %1 %2 slutfördes med varningar.</translation>
        </message>
        <message>
            <source>Look at the job.</source>
            <translation>Titta på jobbet.</translation>
        </message>
        <message>
            <source>Backup data deleted</source>
            <translation>Säkerhetskopierade data har tagits bort</translation>
        </message>
        <message>
            <source>The backup data of %1 was deleted: %2.</source>
            <extracomment>%1 is a machine, %2 a number of recovery points</extracomment>
            <translation>Säkerhetskopierade data för %1 har tagits bort: %2.</translation>
        </message>
        <message>
            <source>If that was not intended, undelete it before its time is up.</source>
            <translation>Om det inte var avsiktligt kan du ångra borttagningen innan tiden är ute.</translation>
        </message>
        <message>
            <source>Recovery point deleted</source>
            <translation>Återställningspunkt borttagen</translation>
        </message>
        <message>
            <source>The recovery point of %1 from %2 was deleted.</source>
            <extracomment>%1 is a machine, %2 the moment of the point</extracomment>
            <translation>Återställningspunkten för %1 från %2 har tagits bort.</translation>
        </message>
        <message>
            <source>Close the alert if this was intended.</source>
            <translation>Stäng aviseringen om det var avsiktligt.</translation>
        </message>
        <message>
            <source>Recovery points expire because a policy was changed</source>
            <translation>Återställningspunkter går ut för att en princip har ändrats</translation>
        </message>
        <message>
            <source>A change of the policy %1 lets recovery points expire: %2.</source>
            <extracomment>%1 is a policy, %2 a number of recovery points</extracomment>
            <translation>En ändring av principen %1 gör att återställningspunkter går ut: %2.</translation>
        </message>
        <message>
            <source>Restore from them before they are removed, or pin those that must stay.</source>
            <translation>Återställ från dem innan de tas bort, eller fäst dem som måste vara kvar.</translation>
        </message>
        <message>
            <source>Soft delete is off</source>
            <translation>Mjuk borttagning är avstängd</translation>
        </message>
        <message>
            <source>Soft delete was turned off for the vault %1: deleted backup data can't be brought back.</source>
            <translation>Mjuk borttagning har stängts av för valvet %1: borttagna säkerhetskopierade data kan inte återfås.</translation>
        </message>
        <message>
            <source>Turn it on again unless this was intended.</source>
            <translation>Slå på den igen om det inte var avsiktligt.</translation>
        </message>
        <message>
            <source>The second location is not up to date</source>
            <translation>Den andra platsen är inte aktuell</translation>
        </message>
        <message>
            <source>The second location of the vault %1 can't be kept up to date.</source>
            <translation>Den andra platsen för valvet %1 kan inte hållas aktuell.</translation>
        </message>
        <message>
            <source>Check that the second location is connected and has room.</source>
            <translation>Kontrollera att den andra platsen är ansluten och har utrymme.</translation>
        </message>
        <message>
            <source>Damage found in the vault</source>
            <translation>Skador hittades i valvet</translation>
        </message>
        <message>
            <source>The check of the vault %1 found damage.</source>
            <translation>Kontrollen av valvet %1 hittade skador.</translation>
        </message>
        <message>
            <source>Restore the damaged files from a copy of the vault, then back up again.</source>
            <translation>Återställ de skadade filerna från en kopia av valvet och säkerhetskopiera sedan igen.</translation>
        </message>
        <message>
            <source>Protected by a rule</source>
            <translation>Skyddad av en regel</translation>
        </message>
        <message>
            <source>The rule %1 protected %2 with the policy %3.</source>
            <extracomment>%1 is a rule, %2 a machine, %3 a policy</extracomment>
            <translation>Regeln %1 skyddade %2 med principen %3.</translation>
        </message>
        <message>
            <source>Critical</source>
            <translation>Kritisk</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Varning</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>New</source>
            <comment>alert</comment>
            <translation>Ny</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <comment>alert</comment>
            <translation>Kvitterad</translation>
        </message>
        <message>
            <source>Closed</source>
            <comment>alert</comment>
            <translation>Stängd</translation>
        </message>
        <message>
            <source>Resolved</source>
            <comment>alert</comment>
            <translation>Löst</translation>
        </message>
        <message>
            <source>%1 has had no good backup for longer than its policy allows for.</source>
            <translation>%1 har inte fått någon fungerande säkerhetskopia på längre tid än principen medger.</translation>
        </message>
        <message>
            <source>Scheduled backup missed</source>
            <translation>Schemalagd säkerhetskopiering missad</translation>
        </message>
        <message>
            <source>A scheduled backup of %1 could not start on time.</source>
            <translation>En schemalagd säkerhetskopiering av %1 kunde inte starta i tid.</translation>
        </message>
        <message>
            <source>The rule %1 protected %2.</source>
            <translation>Regeln %1 skyddade %2.</translation>
        </message>
        <message>
            <source>Damage in the vault was repaired</source>
            <translation>Skador i valvet har reparerats</translation>
        </message>
        <message numerus="yes">
            <source>The check of the vault %1 found and repaired %n damaged file(s), from the second location.</source>
            <translation>
                <numerusform>Kontrollen av valvet %1 hittade %n skadad fil och återställde den från den andra platsen.</numerusform>
                <numerusform>Kontrollen av valvet %1 hittade %n skadade filer och återställde dem från den andra platsen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Check the disk that holds the vault: what it holds changed by itself.</source>
            <translation>Kontrollera disken som valvet ligger på: det som är lagrat där har ändrats av sig självt.</translation>
        </message>
        <message numerus="yes">
            <source>The check of the vault %1 found %n damaged file(s).</source>
            <translation>
                <numerusform>Kontrollen av valvet %1 hittade %n skadad fil.</numerusform>
                <numerusform>Kontrollen av valvet %1 hittade %n skadade filer.</numerusform>
            </translation>
        </message>
        <message>
            <source>What can't be restored whole: %1.</source>
            <extracomment>%1 is a number of recovery points, %2 are machines</extracomment>
            <translation>Detta kan inte återställas helt: %1.</translation>
        </message>
        <message>
            <source>What can't be restored whole: %1, of %2.</source>
            <translation>Detta kan inte återställas helt: %1, av %2.</translation>
        </message>
        <message>
            <source>Look at the vault's properties for what is hit, check its disk, and back these machines up again. A second location lets Valv repair damage by itself.</source>
            <translation>Se i valvets egenskaper vad som är drabbat, kontrollera disken och säkerhetskopiera de här datorerna igen. Med en andra plats kan Valv reparera skador på egen hand.</translation>
        </message>
        <message>
            <source>The computer's clock may be wrong</source>
            <translation>Datorns klocka kan gå fel</translation>
        </message>
        <message>
            <source>The clock of %1 jumped forward and shows %2. Until it can be believed, no recovery point expires, no deleted data is removed, and no immutability ends.</source>
            <extracomment>%1 is a computer, %2 a moment</extracomment>
            <translation>Klockan på %1 har hoppat framåt och visar %2. Tills Valv kan lita på den tas inga återställningspunkter bort, inga borttagna data raderas för gott och ingen oföränderlighet upphör.</translation>
        </message>
        <message>
            <source>Set the clock right. If it is right, nothing needs to be done: it is believed when Valv has run for a day.</source>
            <translation>Ställ klockan rätt. Går den redan rätt behöver du inte göra något: Valv litar på den efter ett dygns drift.</translation>
        </message>
        <message>
            <source>The clock of %1 jumped forward. Until it can be believed, nothing expires.</source>
            <translation>Klockan på %1 har hoppat framåt. Tills Valv kan lita på den tas inget bort på grund av sin ålder.</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::Availability</name>
        <message>
            <source>The virtual machine is not protected.</source>
            <translation>Den virtuella datorn är inte skyddad.</translation>
        </message>
        <message>
            <source>The virtual machine is already protected.</source>
            <translation>Den virtuella datorn är redan skyddad.</translation>
        </message>
        <message>
            <source>It cannot be determined whether the virtual machine is already backed up.</source>
            <translation>Det går inte att avgöra om den virtuella datorn redan säkerhetskopieras.</translation>
        </message>
        <message>
            <source>There are no recovery points yet.</source>
            <translation>Det finns inga återställningspunkter än.</translation>
        </message>
        <message>
            <source>Backup has already been stopped.</source>
            <translation>Säkerhetskopieringen har redan stoppats.</translation>
        </message>
        <message>
            <source>Only for items whose backup has been stopped.</source>
            <translation>Endast för objekt vars säkerhetskopiering har stoppats.</translation>
        </message>
        <message>
            <source>Only for items whose data has been deleted.</source>
            <translation>Endast för objekt vars data har tagits bort.</translation>
        </message>
        <message>
            <source>The job is already being canceled.</source>
            <translation>Jobbet håller redan på att avbrytas.</translation>
        </message>
        <message>
            <source>Only failed or canceled jobs can be run again.</source>
            <translation>Endast misslyckade eller avbrutna jobb kan köras om.</translation>
        </message>
        <message>
            <source>This type of job cannot be run again.</source>
            <translation>Den här typen av jobb kan inte köras om.</translation>
        </message>
        <message>
            <source>The connection does not offer this.</source>
            <translation>Anslutningen har inte stöd för det här.</translation>
        </message>
        <message>
            <source>The vault is in another subscription.</source>
            <translation>Valvet finns i en annan prenumeration.</translation>
        </message>
        <message>
            <source>The virtual machine has no disks.</source>
            <translation>Den virtuella datorn har inga diskar.</translation>
        </message>
        <message>
            <source>Nothing is selected.</source>
            <translation>Inget är markerat.</translation>
        </message>
        <message>
            <source>Already protected in %1</source>
            <translation>Skyddas redan i %1</translation>
        </message>
        <message>
            <source>Stopped, with its data kept in %1</source>
            <translation>Stoppad, med data kvar i %1</translation>
        </message>
        <message>
            <source>Its data is soft-deleted in %1</source>
            <translation>Dess data är mjukt borttagna i %1</translation>
        </message>
        <message>
            <source>Other region: %1</source>
            <translation>Annan region: %1</translation>
        </message>
        <message>
            <source>Not offered by the server</source>
            <translation>Erbjuds inte av servern</translation>
        </message>
        <message>
            <source>You need the role %1 on %2. Refresh when you have been given it.</source>
            <translation>Du behöver rollen %1 för %2. Uppdatera när du har fått den.</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::CandidateModel</name>
        <message>
            <source>Name</source>
            <translation>Namn</translation>
        </message>
        <message>
            <source>Operating system</source>
            <translation>Operativsystem</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Disk</source>
            <extracomment>Column heading: the size of a machine's disks. Keep short.</extracomment>
            <translation>Disk</translation>
        </message>
        <message>
            <source>Validation</source>
            <extracomment>Column heading: whether a vault could protect the machine, and then whether it does. Keep short.</extracomment>
            <translation>Verifiering</translation>
        </message>
        <message>
            <source>In queue</source>
            <translation>I kö</translation>
        </message>
        <message>
            <source>Enabling backup…</source>
            <translation>Aktiverar säkerhetskopiering …</translation>
        </message>
        <message>
            <source>Backup is enabled</source>
            <translation>Säkerhetskopiering är aktiverad</translation>
        </message>
        <message>
            <source>Not validated</source>
            <translation>Inte verifierad</translation>
        </message>
        <message>
            <source>Validating</source>
            <translation>Verifierar</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>Verifierad</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>%1 a warning, and there are %n more, which the tool tip tells</extracomment>
            <translation>
                <numerusform>%1 och %n till</numerusform>
                <numerusform>%1 och %n till</numerusform>
            </translation>
        </message>
        <message>
            <source>Could not be validated</source>
            <translation>Kunde inte verifieras</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::EngineText</name>
        <message>
            <source>A service on %1 runs scheduled backups from the start of the computer, also when nobody is logged in.</source>
            <translation>En tjänst på %1 kör schemalagda säkerhetskopieringar från att datorn startar, även när ingen är inloggad.</translation>
        </message>
        <message>
            <source>A service on %1 runs scheduled backups while you are logged in, also when this window is closed.</source>
            <translation>En tjänst på %1 kör schemalagda säkerhetskopieringar medan du är inloggad, även när det här fönstret är stängt.</translation>
        </message>
        <message>
            <source>valvd on %1 runs scheduled backups until somebody stops it, also when this window is closed.</source>
            <translation>valvd på %1 kör schemalagda säkerhetskopieringar tills någon stoppar det, även när det här fönstret är stängt.</translation>
        </message>
        <message>
            <source>Scheduled backups run there, also when this window is closed.</source>
            <translation>Schemalagda säkerhetskopieringar körs där, även när det här fönstret är stängt.</translation>
        </message>
        <message>
            <source>Scheduled backups run while Valv is open on this computer.</source>
            <translation>Schemalagda säkerhetskopieringar körs medan Valv är öppet på den här datorn.</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::ErrorText</name>
        <message>
            <source>daily</source>
            <comment>retention row, inside a sentence</comment>
            <translation>dagligen</translation>
        </message>
        <message>
            <source>weekly</source>
            <comment>retention row, inside a sentence</comment>
            <translation>veckovis</translation>
        </message>
        <message>
            <source>monthly</source>
            <comment>retention row, inside a sentence</comment>
            <translation>månadsvis</translation>
        </message>
        <message>
            <source>yearly</source>
            <comment>retention row, inside a sentence</comment>
            <translation>årsvis</translation>
        </message>
        <message>
            <source>The operation failed.</source>
            <translation>Åtgärden misslyckades.</translation>
        </message>
        <message>
            <source>%1 Suggestion: %2</source>
            <extracomment>%1 a sentence about a field, %2 a value that would be right</extracomment>
            <translation>%1 Förslag: %2</translation>
        </message>
        <message>
            <source>Ask whoever is responsible for the subscription for a role that allows it.</source>
            <translation>Be den som ansvarar för prenumerationen om en roll som räcker.</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::Format</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n dag</numerusform>
                <numerusform>%n dagar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n week(s)</source>
            <translation>
                <numerusform>%n vecka</numerusform>
                <numerusform>%n veckor</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n månad</numerusform>
                <numerusform>%n månader</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n år</numerusform>
                <numerusform>%n år</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n timme</numerusform>
                <numerusform>%n timmar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minut</numerusform>
                <numerusform>%n minuter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n sekund</numerusform>
                <numerusform>%n sekunder</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n virtual machine(s)</source>
            <translation>
                <numerusform>%n virtuell dator</numerusform>
                <numerusform>%n virtuella datorer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n vault(s)</source>
            <translation>
                <numerusform>%n valv</numerusform>
                <numerusform>%n valv</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n objekt</numerusform>
                <numerusform>%n objekt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup item(s)</source>
            <translation>
                <numerusform>%n säkerhetskopieringsobjekt</numerusform>
                <numerusform>%n säkerhetskopieringsobjekt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s)</source>
            <translation>
                <numerusform>%n jobb</numerusform>
                <numerusform>%n jobb</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) in progress</source>
            <translation>
                <numerusform>%n pågående jobb</numerusform>
                <numerusform>%n pågående jobb</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed job(s)</source>
            <translation>
                <numerusform>%n misslyckat jobb</numerusform>
                <numerusform>%n misslyckade jobb</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alert(s)</source>
            <translation>
                <numerusform>%n avisering</numerusform>
                <numerusform>%n aviseringar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n notification(s)</source>
            <translation>
                <numerusform>%n meddelande</numerusform>
                <numerusform>%n meddelanden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recovery point(s)</source>
            <translation>
                <numerusform>%n återställningspunkt</numerusform>
                <numerusform>%n återställningspunkter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n policies</source>
            <translation>
                <numerusform>%n princip</numerusform>
                <numerusform>%n principer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n disk(s)</source>
            <translation>
                <numerusform>%n disk</numerusform>
                <numerusform>%n diskar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n tecken</numerusform>
                <numerusform>%n tecken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s)</source>
            <translation>
                <numerusform>%n fel</numerusform>
                <numerusform>%n fel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n varning</numerusform>
                <numerusform>%n varningar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n rad</numerusform>
                <numerusform>%n rader</numerusform>
            </translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>måndag</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>tisdag</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>onsdag</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>torsdag</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>fredag</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>lördag</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>söndag</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>mån</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>tis</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>ons</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>tor</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>fre</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>lör</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>sön</translation>
        </message>
        <message>
            <source>Monday</source>
            <comment>definite, after an ordinal: the first Monday</comment>
            <translation>måndagen</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <comment>definite, after an ordinal: the first Tuesday</comment>
            <translation>tisdagen</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <comment>definite, after an ordinal: the first Wednesday</comment>
            <translation>onsdagen</translation>
        </message>
        <message>
            <source>Thursday</source>
            <comment>definite, after an ordinal: the first Thursday</comment>
            <translation>torsdagen</translation>
        </message>
        <message>
            <source>Friday</source>
            <comment>definite, after an ordinal: the first Friday</comment>
            <translation>fredagen</translation>
        </message>
        <message>
            <source>Saturday</source>
            <comment>definite, after an ordinal: the first Saturday</comment>
            <translation>lördagen</translation>
        </message>
        <message>
            <source>Sunday</source>
            <comment>definite, after an ordinal: the first Sunday</comment>
            <translation>söndagen</translation>
        </message>
        <message>
            <source>Mondays</source>
            <translation>måndagar</translation>
        </message>
        <message>
            <source>Tuesdays</source>
            <translation>tisdagar</translation>
        </message>
        <message>
            <source>Wednesdays</source>
            <translation>onsdagar</translation>
        </message>
        <message>
            <source>Thursdays</source>
            <translation>torsdagar</translation>
        </message>
        <message>
            <source>Fridays</source>
            <translation>fredagar</translation>
        </message>
        <message>
            <source>Saturdays</source>
            <translation>lördagar</translation>
        </message>
        <message>
            <source>Sundays</source>
            <translation>söndagar</translation>
        </message>
        <message>
            <source>January</source>
            <translation>januari</translation>
        </message>
        <message>
            <source>February</source>
            <translation>februari</translation>
        </message>
        <message>
            <source>March</source>
            <translation>mars</translation>
        </message>
        <message>
            <source>April</source>
            <translation>april</translation>
        </message>
        <message>
            <source>May</source>
            <translation>maj</translation>
        </message>
        <message>
            <source>June</source>
            <translation>juni</translation>
        </message>
        <message>
            <source>July</source>
            <translation>juli</translation>
        </message>
        <message>
            <source>August</source>
            <translation>augusti</translation>
        </message>
        <message>
            <source>September</source>
            <translation>september</translation>
        </message>
        <message>
            <source>October</source>
            <translation>oktober</translation>
        </message>
        <message>
            <source>November</source>
            <translation>november</translation>
        </message>
        <message>
            <source>December</source>
            <translation>december</translation>
        </message>
        <message>
            <source>First</source>
            <translation>Första</translation>
        </message>
        <message>
            <source>Second</source>
            <translation>Andra</translation>
        </message>
        <message>
            <source>Third</source>
            <translation>Tredje</translation>
        </message>
        <message>
            <source>Fourth</source>
            <translation>Fjärde</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>Sista</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <extracomment>%1 is a day, %2 a time of day</extracomment>
            <translation>%1 kl. %2</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>I dag</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>I går</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>I morgon</translation>
        </message>
        <message>
            <source>week %1</source>
            <extracomment>ISO week number, short, beside a date</extracomment>
            <translation>v. %1</translation>
        </message>
        <message>
            <source>in %1</source>
            <comment>length of time</comment>
            <extracomment>%1 is a length of time: in 12 h 48 min, in 3 days</extracomment>
            <translation>om %1</translation>
        </message>
        <message>
            <source>in less than a minute</source>
            <translation>om mindre än en minut</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>nyss</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>för %n minut sedan</numerusform>
                <numerusform>för %n minuter sedan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>för %n timme sedan</numerusform>
                <numerusform>för %n timmar sedan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>för %n dag sedan</numerusform>
                <numerusform>för %n dagar sedan</numerusform>
            </translation>
        </message>
        <message>
            <source>d</source>
            <comment>unit: days</comment>
            <translation>d</translation>
        </message>
        <message>
            <source>h</source>
            <comment>unit: hours</comment>
            <translation>h</translation>
        </message>
        <message>
            <source>min</source>
            <comment>unit: minutes</comment>
            <translation>min</translation>
        </message>
        <message>
            <source>s</source>
            <comment>unit: seconds</comment>
            <translation>s</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <extracomment>the last two of a list: Monday, Tuesday and Friday</extracomment>
            <translation>%1 och %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <extracomment>a list that goes on: Monday, Tuesday</extracomment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::JobModel</name>
        <message>
            <source>Item</source>
            <extracomment>Column heading: the backup item that the job is about. Keep short.</extracomment>
            <translation>Objekt</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>Åtgärd</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Typ</translation>
        </message>
        <message>
            <source>Start</source>
            <extracomment>Column heading: when the job started. Keep short.</extracomment>
            <translation>Start</translation>
        </message>
        <message>
            <source>Transferred</source>
            <extracomment>Column heading: bytes moved. Keep short.</extracomment>
            <translation>Överfört</translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>Slow</source>
            <translation>Långsamt</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtuell dator</translation>
        </message>
        <message>
            <source>Took</source>
            <extracomment>Column heading: how long the job took. Keep short.</extracomment>
            <translation>Tog</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::NotificationLog</name>
        <message>
            <source>Valv was closed before this was done. The list of jobs shows how it ended.</source>
            <translation>Valv stängdes innan det här var klart. Listan över jobb visar hur det gick.</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::PolicyModel</name>
        <message>
            <source>Name</source>
            <translation>Namn</translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>Schedule</source>
            <extracomment>Column heading: when a policy runs.</extracomment>
            <translation>Schema</translation>
        </message>
        <message>
            <source>Retention</source>
            <extracomment>Column heading: how long a policy keeps points.</extracomment>
            <translation>Kvarhållning</translation>
        </message>
        <message>
            <source>Used by</source>
            <extracomment>Column heading: how many backup items use a policy. Keep short.</extracomment>
            <translation>Används av</translation>
        </message>
        <message>
            <source>Next run</source>
            <extracomment>Column heading: when the next scheduled backup runs. Keep short.</extracomment>
            <translation>Nästa körning</translation>
        </message>
        <message>
            <source>More commands</source>
            <translation>Fler kommandon</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::ProtectedItemModel</name>
        <message>
            <source>Name</source>
            <translation>Namn</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Backup pre-check</source>
            <translation>Förkontroll av säkerhetskopiering</translation>
        </message>
        <message>
            <source>Last backup status</source>
            <translation>Status för senaste säkerhetskopiering</translation>
        </message>
        <message>
            <source>Latest recovery point</source>
            <translation>Senaste återställningspunkt</translation>
        </message>
        <message>
            <source>Next run</source>
            <extracomment>Column heading: when the next scheduled backup runs. Keep short.</extracomment>
            <translation>Nästa körning</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Princip</translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) until permanent deletion</source>
            <translation>
                <numerusform>%n dag kvar till permanent borttagning</numerusform>
                <numerusform>%n dagar kvar till permanent borttagning</numerusform>
            </translation>
        </message>
        <message>
            <source>More commands</source>
            <translation>Fler kommandon</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::ReadinessText</name>
        <message>
            <source>No disks</source>
            <translation>Inga diskar</translation>
        </message>
        <message>
            <source>The virtual machine has no disks: there is nothing to back up.</source>
            <translation>Den virtuella datorn har inga diskar: det finns inget att säkerhetskopiera.</translation>
        </message>
        <message>
            <source>The machine is off</source>
            <translation>Datorn är avstängd</translation>
        </message>
        <message>
            <source>The machine is off: recovery points are crash-consistent until it runs.</source>
            <translation>Datorn är avstängd: återställningspunkterna blir kraschkonsekventa tills den körs.</translation>
        </message>
        <message>
            <source>The VM agent does not answer</source>
            <translation>VM-agenten svarar inte</translation>
        </message>
        <message>
            <source>The VM agent does not answer: recovery points are crash-consistent.</source>
            <translation>VM-agenten svarar inte: återställningspunkterna blir kraschkonsekventa.</translation>
        </message>
        <message>
            <source>The VM agent is out of date</source>
            <translation>VM-agenten är inaktuell</translation>
        </message>
        <message>
            <source>The VM agent is out of date: recovery points may be only crash-consistent.</source>
            <translation>VM-agenten är inaktuell: återställningspunkterna kan bli bara kraschkonsekventa.</translation>
        </message>
        <message>
            <source>No VM agent</source>
            <translation>Ingen VM-agent</translation>
        </message>
        <message>
            <source>The VM agent is not installed: recovery points are crash-consistent.</source>
            <translation>VM-agenten är inte installerad: återställningspunkterna blir kraschkonsekventa.</translation>
        </message>
        <message>
            <source>Encrypted by its guest</source>
            <translation>Krypterad av sitt operativsystem</translation>
        </message>
        <message>
            <source>The guest encrypts its disks: the machine can be restored, but its files can't be browsed.</source>
            <translation>Operativsystemet krypterar sina diskar: datorn kan återställas, men det går inte att bläddra bland filerna.</translation>
        </message>
        <message>
            <source>The first backup may not fit</source>
            <translation>Den första kopian kanske inte får plats</translation>
        </message>
        <message>
            <source>The first backup may not fit on the vault's disk: it reads more than is free there.</source>
            <translation>Den första säkerhetskopian kanske inte får plats på valvets disk: den läser mer än vad som är ledigt där.</translation>
        </message>
        <message>
            <source>Cannot be backed up</source>
            <translation>Kan inte säkerhetskopieras</translation>
        </message>
        <message>
            <source>The virtual machine cannot be backed up.</source>
            <translation>Den virtuella datorn kan inte säkerhetskopieras.</translation>
        </message>
        <message>
            <source>Give the machine a disk, or leave it unprotected.</source>
            <translation>Ge datorn en disk, eller låt den vara oskyddad.</translation>
        </message>
        <message>
            <source>Start the machine before the first backup.</source>
            <translation>Starta datorn före den första säkerhetskopieringen.</translation>
        </message>
        <message>
            <source>Start the VM agent in the guest.</source>
            <translation>Starta VM-agenten i gästen.</translation>
        </message>
        <message>
            <source>Update the VM agent in the guest.</source>
            <translation>Uppdatera VM-agenten i gästen.</translation>
        </message>
        <message>
            <source>Install the VM agent in the guest.</source>
            <translation>Installera VM-agenten i gästen.</translation>
        </message>
        <message>
            <source>Free space on the vault's disk, or back up to another vault.</source>
            <translation>Frigör utrymme på valvets disk, eller säkerhetskopiera till ett annat valv.</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::RecoveryPointModel</name>
        <message>
            <source>Time</source>
            <comment>moment</comment>
            <translation>Tid</translation>
        </message>
        <message>
            <source>Consistency</source>
            <translation>Konsekvens</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Typ</translation>
        </message>
        <message>
            <source>Kept until</source>
            <extracomment>Column heading: the day until which a recovery point is kept. Keep short.</extracomment>
            <translation>Behålls till</translation>
        </message>
        <message>
            <source>Kept by</source>
            <extracomment>Column heading: which rules keep a recovery point. Keep short.</extracomment>
            <translation>Regel</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Storlek</translation>
        </message>
        <message>
            <source>Stored</source>
            <extracomment>Column heading: what the point added to the vault. Keep short.</extracomment>
            <translation>Lagrat</translation>
        </message>
        <message>
            <source>You delete it</source>
            <comment>a recovery point is kept until …</comment>
            <translation>Du tar bort den</translation>
        </message>
        <message>
            <source>More commands</source>
            <translation>Fler kommandon</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::Refusals</name>
        <message>
            <source>Contributor</source>
            <translation>Deltagare</translation>
        </message>
        <message>
            <source>Backup Contributor</source>
            <translation>Säkerhetskopieringsdeltagare</translation>
        </message>
        <message>
            <source>Backup Operator</source>
            <translation>Säkerhetskopieringsoperatör</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Ägare</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::ReportText</name>
        <message>
            <source>Completed</source>
            <translation>Slutförda</translation>
        </message>
        <message>
            <source>With warnings</source>
            <translation>Med varningar</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Misslyckade</translation>
        </message>
        <message>
            <source>Backup report</source>
            <translation>Rapport om säkerhetskopiering</translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Stored at the beginning, bytes</source>
            <translation>Lagrat i början, byte</translation>
        </message>
        <message>
            <source>Stored at the end, bytes</source>
            <translation>Lagrat i slutet, byte</translation>
        </message>
        <message>
            <source>Protected instances</source>
            <translation>Skyddade instanser</translation>
        </message>
        <message>
            <source>Backup item</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Data in its disks, bytes</source>
            <translation>Data på diskarna, byte</translation>
        </message>
        <message>
            <source>Read, bytes</source>
            <translation>Läst, byte</translation>
        </message>
        <message>
            <source>New to the vault, bytes</source>
            <translation>Nytt i valvet, byte</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dag</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Sammanfattning</translation>
        </message>
        <message>
            <source>Job success rate</source>
            <translation>Andel lyckade jobb</translation>
        </message>
        <message>
            <source>Completed jobs</source>
            <translation>Slutförda jobb</translation>
        </message>
        <message>
            <source>Jobs with warnings</source>
            <translation>Jobb med varningar</translation>
        </message>
        <message>
            <source>Failed jobs</source>
            <translation>Misslyckade jobb</translation>
        </message>
        <message>
            <source>Stored at the beginning</source>
            <translation>Lagrat i början</translation>
        </message>
        <message>
            <source>Stored at the end</source>
            <translation>Lagrat i slutet</translation>
        </message>
        <message>
            <source>Vaults</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>Success rate</source>
            <translation>Andel lyckade</translation>
        </message>
        <message>
            <source>Data in its disks</source>
            <translation>Data på diskarna</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Läst</translation>
        </message>
        <message>
            <source>New to the vault</source>
            <translation>Nytt i valvet</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Dagar</translation>
        </message>
        <message>
            <source>Estimated monthly cost, %1</source>
            <translation>Uppskattad månadskostnad, %1</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Princip</translation>
        </message>
        <message>
            <source>Longest kept, days</source>
            <translation>Sparas längst, dagar</translation>
        </message>
        <message>
            <source>Recovery points when full</source>
            <translation>Återställningspunkter som mest</translation>
        </message>
        <message>
            <source>Estimated monthly cost</source>
            <translation>Uppskattad månadskostnad</translation>
        </message>
        <message>
            <source>Policies with the most retention</source>
            <translation>Principer som sparar mest</translation>
        </message>
        <message>
            <source>Longest kept</source>
            <translation>Sparas längst</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::RetentionText</name>
        <message>
            <source>On %1 every week at %2 (%3)</source>
            <extracomment>%1 weekdays in the plural, %2 time of day, %3 time zone</extracomment>
            <translation>På %1 varje vecka kl. %2 (%3)</translation>
        </message>
        <message>
            <source>Every day at %1 (%2)</source>
            <extracomment>%1 time of day, %2 time zone</extracomment>
            <translation>Varje dag kl. %1 (%2)</translation>
        </message>
        <message>
            <source>Keep snapshots for instant restore for %1.</source>
            <extracomment>%1 is a number of days</extracomment>
            <translation>Behåll ögonblicksbilder för omedelbar återställning i %1.</translation>
        </message>
        <message>
            <source>Keep the backup taken every day at %1 for %2.</source>
            <extracomment>%1 time of day, %2 number of days</extracomment>
            <translation>Behåll säkerhetskopian som tas varje dag kl. %1 i %2.</translation>
        </message>
        <message>
            <source>Keep the backup taken on %1 every week at %2 for %3.</source>
            <extracomment>%1 weekdays in the plural, %2 time of day, %3 number of weeks</extracomment>
            <translation>Behåll säkerhetskopian som tas på %1 varje vecka kl. %2 i %3.</translation>
        </message>
        <message>
            <source>the last day</source>
            <translation>sista dagen</translation>
        </message>
        <message>
            <source>the %1</source>
            <comment>ordinals before a weekday: the first and third</comment>
            <translation>%1</translation>
        </message>
        <message>
            <source>Keep the backup taken on %1 %2 every month at %3 for %4.</source>
            <extracomment>%1 "the first and third", %2 "Sunday", %3 time of day, %4 number of months</extracomment>
            <translation>Behåll säkerhetskopian som tas den %1 %2 varje månad kl. %3 i %4.</translation>
        </message>
        <message>
            <source>Keep the backup taken on the last day of every month at %1 for %2.</source>
            <translation>Behåll säkerhetskopian som tas den sista dagen varje månad kl. %1 i %2.</translation>
        </message>
        <message>
            <source>Keep the backup taken on day %1 of every month at %2 for %3.</source>
            <extracomment>%1 day numbers, %2 time of day, %3 number of months</extracomment>
            <translation>Behåll säkerhetskopian som tas den %1 varje månad kl. %2 i %3.</translation>
        </message>
        <message>
            <source>Keep the backup taken on %1 %2 of %3 every year at %4 for %5.</source>
            <extracomment>%1 "the first", %2 "Sunday", %3 months, %4 time of day, %5 number of years</extracomment>
            <translation>Behåll säkerhetskopian som tas den %1 %2 i %3 varje år kl. %4 i %5.</translation>
        </message>
        <message>
            <source>Keep the backup taken on the last day of %1 every year at %2 for %3.</source>
            <extracomment>%1 months, %2 time of day, %3 number of years</extracomment>
            <translation>Behåll säkerhetskopian som tas den sista dagen i %1 varje år kl. %2 i %3.</translation>
        </message>
        <message>
            <source>Keep the backup taken on %1 %2 every year at %3 for %4.</source>
            <extracomment>%1 day numbers, %2 month, %3 time of day, %4 number of years</extracomment>
            <translation>Behåll säkerhetskopian som tas den %1 %2 varje år kl. %3 i %4.</translation>
        </message>
        <message>
            <source>Keep the backup taken on day %1 of %2 every year at %3 for %4.</source>
            <extracomment>%1 day numbers and "the last day", %2 months, %3 time of day, %4 number of years</extracomment>
            <translation>Behåll säkerhetskopian som tas den %1 i %2 varje år kl. %3 i %4.</translation>
        </message>
        <message>
            <source>Monthly copy, %1 %2</source>
            <extracomment>%1 ordinals, %2 weekdays: Monthly copy, first Sunday</extracomment>
            <translation>Månadskopia, %1 %2</translation>
        </message>
        <message>
            <source>Monthly copy, last day</source>
            <translation>Månadskopia, sista dagen</translation>
        </message>
        <message>
            <source>Monthly copy, day %1</source>
            <extracomment>%1 day numbers</extracomment>
            <translation>Månadskopia, den %1</translation>
        </message>
        <message>
            <source>Yearly copy, %1 %2 of %3</source>
            <extracomment>%1 ordinals, %2 weekdays, %3 months: Yearly copy, first Sunday of January</extracomment>
            <translation>Årskopia, %1 %2 i %3</translation>
        </message>
        <message>
            <source>Yearly copy, last day of %1</source>
            <extracomment>%1 months</extracomment>
            <translation>Årskopia, sista dagen i %1</translation>
        </message>
        <message>
            <source>Yearly copy, day %1 of %2</source>
            <extracomment>%1 day numbers, %2 months</extracomment>
            <translation>Årskopia, den %1 i %2</translation>
        </message>
        <message>
            <source>Kept for %1</source>
            <comment>a copy</comment>
            <extracomment>%1 is a number of days, weeks, months or years</extracomment>
            <translation>Behålls i %1</translation>
        </message>
        <message>
            <source>Frequency</source>
            <translation>Frekvens</translation>
        </message>
        <message>
            <source>Instant restore</source>
            <translation>Omedelbar återställning</translation>
        </message>
        <message>
            <source>Snapshots are kept for %1</source>
            <translation>Ögonblicksbilder sparas i %1</translation>
        </message>
        <message>
            <source>Daily copy</source>
            <translation>Daglig kopia</translation>
        </message>
        <message>
            <source>Weekly copy, %1</source>
            <extracomment>%1 weekdays</extracomment>
            <translation>Veckokopia, %1</translation>
        </message>
        <message>
            <source>local time</source>
            <translation>lokal tid</translation>
        </message>
        <message>
            <source>Every day from %1 for %2, with %3 between the backups (%4)</source>
            <extracomment>%1 time of day, %2 and %3 numbers of hours, %4 time zone</extracomment>
            <translation>Varje dag från %1 i %2, med %3 mellan säkerhetskopiorna (%4)</translation>
        </message>
        <message>
            <source>Keep all backups of a day for %1.</source>
            <extracomment>%1 number of days</extracomment>
            <translation>Behåll alla säkerhetskopior från en dag i %1.</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::RuleText</name>
        <message>
            <source>every virtual machine</source>
            <comment>a condition of a rule</comment>
            <translation>alla virtuella datorer</translation>
        </message>
        <message>
            <source>name %1</source>
            <comment>a condition of a rule</comment>
            <translation>namn %1</translation>
        </message>
        <message>
            <source>resource group %1</source>
            <comment>a condition of a rule</comment>
            <translation>resursgrupp %1</translation>
        </message>
        <message>
            <source>tag %1</source>
            <comment>a condition of a rule</comment>
            <translation>tagg %1</translation>
        </message>
        <message>
            <source>already has a backup item</source>
            <translation>har redan ett säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>already in the vault %1</source>
            <translation>finns redan i valvet %1</translation>
        </message>
        <message>
            <source>is in another region</source>
            <translation>finns i en annan region</translation>
        </message>
        <message>
            <source>can't be backed up now</source>
            <translation>kan inte säkerhetskopieras nu</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::StatusWords</name>
        <message>
            <source>Take snapshot</source>
            <translation>Ta ögonblicksbild</translation>
        </message>
        <message>
            <source>Transfer data to vault</source>
            <translation>Överför data till valvet</translation>
        </message>
        <message>
            <source>Transfer data from vault</source>
            <translation>Överför data från valvet</translation>
        </message>
        <message>
            <source>Create the restored virtual machine</source>
            <translation>Skapa den återställda virtuella datorn</translation>
        </message>
        <message>
            <source>Update the virtual machine</source>
            <translation>Uppdatera den virtuella datorn</translation>
        </message>
        <message>
            <source>Replace disks</source>
            <translation>Ersätt diskar</translation>
        </message>
        <message>
            <source>Configure backup</source>
            <translation>Konfigurera säkerhetskopiering</translation>
        </message>
        <message>
            <source>Delete backup data</source>
            <translation>Ta bort säkerhetskopierade data</translation>
        </message>
        <message>
            <source>Verify checksums</source>
            <translation>Kontrollera kontrollsummor</translation>
        </message>
        <message>
            <source>Create recovery point</source>
            <translation>Skapa återställningspunkt</translation>
        </message>
        <message>
            <source>Prepare recovery point</source>
            <translation>Förbered återställningspunkten</translation>
        </message>
        <message>
            <source>North Europe</source>
            <translation>Norra Europa</translation>
        </message>
        <message>
            <source>West Europe</source>
            <translation>Västra Europa</translation>
        </message>
        <message>
            <source>Sweden Central</source>
            <translation>Sverige, centrala</translation>
        </message>
        <message>
            <source>Norway East</source>
            <translation>Norge, östra</translation>
        </message>
        <message>
            <source>UK South</source>
            <translation>Storbritannien, södra</translation>
        </message>
        <message>
            <source>Germany West Central</source>
            <translation>Tyskland, västra centrala</translation>
        </message>
        <message>
            <source>France Central</source>
            <translation>Frankrike, centrala</translation>
        </message>
        <message>
            <source>East US</source>
            <translation>USA, östra</translation>
        </message>
        <message>
            <source>West US</source>
            <translation>USA, västra</translation>
        </message>
        <message>
            <source>Daily</source>
            <translation>Dagligen</translation>
        </message>
        <message>
            <source>Weekly</source>
            <translation>Veckovis</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>Månadsvis</translation>
        </message>
        <message>
            <source>Yearly</source>
            <translation>Årsvis</translation>
        </message>
        <message>
            <source>On demand</source>
            <translation>På begäran</translation>
        </message>
        <message>
            <source>Pinned</source>
            <translation>Fäst</translation>
        </message>
        <message>
            <source>Protection stopped</source>
            <translation>Skyddet stoppat</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtuell dator</translation>
        </message>
        <message>
            <source>Recovery Services vault</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>Backup policy</source>
            <translation>Säkerhetskopieringsprincip</translation>
        </message>
        <message>
            <source>Backup job</source>
            <translation>Säkerhetskopieringsjobb</translation>
        </message>
        <message>
            <source>Soft deleted</source>
            <translation>Mjukt borttaget</translation>
        </message>
        <message>
            <source>Running</source>
            <comment>virtual machine</comment>
            <translation>Körs</translation>
        </message>
        <message>
            <source>Stopped</source>
            <comment>virtual machine</comment>
            <translation>Stoppad</translation>
        </message>
        <message>
            <source>Stopped (deallocated)</source>
            <translation>Stoppad (frigjord)</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Startar</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>Stoppar</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Okänt</translation>
        </message>
        <message>
            <source>Linux</source>
            <translation>Linux</translation>
        </message>
        <message>
            <source>Windows</source>
            <translation>Windows</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>Not ready</source>
            <translation>Inte redo</translation>
        </message>
        <message>
            <source>Out of date</source>
            <translation>Inaktuell</translation>
        </message>
        <message>
            <source>Not installed</source>
            <translation>Inte installerat</translation>
        </message>
        <message>
            <source>Succeeded</source>
            <translation>Lyckades</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Misslyckades</translation>
        </message>
        <message>
            <source>Deleting</source>
            <translation>Tas bort</translation>
        </message>
        <message>
            <source>Geo-redundant</source>
            <translation>Geo-redundant</translation>
        </message>
        <message>
            <source>Locally redundant</source>
            <translation>Lokalt redundant</translation>
        </message>
        <message>
            <source>Zone-redundant</source>
            <translation>Zonredundant</translation>
        </message>
        <message>
            <source>On</source>
            <comment>switch</comment>
            <translation>På</translation>
        </message>
        <message>
            <source>Off</source>
            <comment>switch</comment>
            <translation>Av</translation>
        </message>
        <message>
            <source>Always on</source>
            <translation>Alltid på</translation>
        </message>
        <message>
            <source>Not protected</source>
            <translation>Inte skyddat</translation>
        </message>
        <message>
            <source>Warning (initial backup pending)</source>
            <translation>Varning (första säkerhetskopieringen väntar)</translation>
        </message>
        <message>
            <source>Protected</source>
            <translation>Skyddat</translation>
        </message>
        <message>
            <source>Protection paused</source>
            <translation>Skyddet pausat</translation>
        </message>
        <message>
            <source>Protection unknown</source>
            <translation>Skydd okänt</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>Godkänt</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Varning</translation>
        </message>
        <message>
            <source>Critical</source>
            <translation>Kritisk</translation>
        </message>
        <message>
            <source>Not run yet</source>
            <translation>Inte kört än</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Slutfört</translation>
        </message>
        <message>
            <source>Completed with warnings</source>
            <translation>Slutfört med varningar</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>Pågår</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>Avbrutet</translation>
        </message>
        <message>
            <source>Application-consistent</source>
            <translation>Programkonsekvent</translation>
        </message>
        <message>
            <source>File-system-consistent</source>
            <translation>Filsystemkonsekvent</translation>
        </message>
        <message>
            <source>Crash-consistent</source>
            <translation>Kraschkonsekvent</translation>
        </message>
        <message>
            <source>Application</source>
            <extracomment>Consistency of a recovery point, short: a column</extracomment>
            <translation>Program</translation>
        </message>
        <message>
            <source>File system</source>
            <extracomment>Consistency of a recovery point, short: a column</extracomment>
            <translation>Filsystem</translation>
        </message>
        <message>
            <source>Crash</source>
            <extracomment>Consistency of a recovery point, short: a column</extracomment>
            <translation>Krasch</translation>
        </message>
        <message>
            <source>Memory and pending writes are included; applications start in order.</source>
            <translation>Minne och väntande skrivningar ingår. Programmen startar i ett ordnat tillstånd.</translation>
        </message>
        <message>
            <source>All files were captured at the same moment.</source>
            <translation>Alla filer lästes av i samma ögonblick.</translation>
        </message>
        <message>
            <source>Only what was on the disks was captured, as after a power failure.</source>
            <translation>Endast det som fanns på diskarna kom med, som efter ett strömavbrott.</translation>
        </message>
        <message>
            <source>Snapshot tier</source>
            <translation>Ögonblicksbildnivå</translation>
        </message>
        <message>
            <source>Vault tier</source>
            <translation>Valvnivå</translation>
        </message>
        <message>
            <source>Archive tier</source>
            <translation>Arkivnivå</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>Giltig</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Borttagen</translation>
        </message>
        <message>
            <source>Fetched from the archive</source>
            <translation>Hämtad från arkivet</translation>
        </message>
        <message>
            <source>Snapshot and vault</source>
            <translation>Ögonblicksbild och valv</translation>
        </message>
        <message>
            <source>Backup</source>
            <comment>job operation</comment>
            <translation>Säkerhetskopiering</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Återställ</translation>
        </message>
        <message>
            <source>Disable backup</source>
            <translation>Inaktivera säkerhetskopiering</translation>
        </message>
        <message>
            <source>Undelete</source>
            <translation>Ångra borttagning</translation>
        </message>
        <message>
            <source>Backup (on demand)</source>
            <translation>Säkerhetskopiering (på begäran)</translation>
        </message>
        <message>
            <source>Backup (scheduled)</source>
            <translation>Säkerhetskopiering (schemalagd)</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>Avbryter</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>Inte startat</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Hoppades över</translation>
        </message>
        <message>
            <source>Restore disks</source>
            <translation>Återställ diskar</translation>
        </message>
        <message>
            <source>Create virtual machine</source>
            <translation>Skapa virtuell dator</translation>
        </message>
        <message>
            <source>Day based</source>
            <translation>Dagbaserad</translation>
        </message>
        <message>
            <source>Week based</source>
            <translation>Veckobaserad</translation>
        </message>
        <message>
            <source>Last good</source>
            <translation>Senaste felfria</translation>
        </message>
        <message>
            <source>First backup pending</source>
            <extracomment>Protection of a machine that has no recovery point yet. Keep short: a column.</extracomment>
            <translation>Första kopian väntar</translation>
        </message>
        <message>
            <source>Date chosen</source>
            <translation>Valt datum</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>Spärrad</translation>
        </message>
        <message>
            <source>Hourly</source>
            <translation>Flera gånger per dygn</translation>
        </message>
        <message>
            <source>Creating</source>
            <translation>Skapas</translation>
        </message>
        <message>
            <source>No second location</source>
            <translation>Ingen andra plats</translation>
        </message>
        <message>
            <source>Copying</source>
            <translation>Kopierar</translation>
        </message>
        <message>
            <source>Up to date</source>
            <extracomment>The second location holds all that the first does.</extracomment>
            <translation>Aktuell</translation>
        </message>
        <message>
            <source>Behind</source>
            <translation>Efter</translation>
        </message>
        <message>
            <source>Can't be reached</source>
            <translation>Går inte att nå</translation>
        </message>
        <message>
            <source>Decommissioned</source>
            <translation>Tas ur drift</translation>
        </message>
        <message>
            <source>Dev/test</source>
            <translation>Utveckling/test</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Kostnad</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Övrigt</translation>
        </message>
        <message>
            <source>Not checked yet</source>
            <translation>Inte kontrollerat än</translation>
        </message>
        <message>
            <source>Being checked</source>
            <translation>Kontrolleras</translation>
        </message>
        <message>
            <source>No damage found</source>
            <translation>Inga skador hittade</translation>
        </message>
        <message>
            <source>Damage found</source>
            <translation>Skador hittade</translation>
        </message>
        <message>
            <source>Could not be checked</source>
            <translation>Kunde inte kontrolleras</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::StoreModel</name>
        <message>
            <source>%1: %2</source>
            <extracomment>A cell read aloud: %1 is the column's heading, %2 what the cell says.</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>More commands</source>
            <translation>Fler kommandon</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::VaultModel</name>
        <message>
            <source>Name</source>
            <translation>Namn</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>Prenumeration</translation>
        </message>
        <message>
            <source>Storage redundancy</source>
            <translation>Lagringsredundans</translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>Plats</translation>
        </message>
        <message>
            <source>Stored</source>
            <extracomment>Column heading: how much a vault holds. Keep short.</extracomment>
            <translation>Lagrat</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Aviseringar</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Taggar</translation>
        </message>
        <message>
            <source>The vault is being created. If it does not appear within a few minutes, select Refresh.</source>
            <translation>Valvet skapas. Om det inte visas inom några minuter väljer du Uppdatera.</translation>
        </message>
        <message>
            <source>Ready</source>
            <extracomment>A vault that can be used.</extracomment>
            <translation>Klart</translation>
        </message>
        <message numerus="yes">
            <source>%n critical</source>
            <translation>
                <numerusform>%n kritisk</numerusform>
                <numerusform>%n kritiska</numerusform>
            </translation>
        </message>
        <message>
            <source>The vault has no second location.</source>
            <translation>Valvet har ingen andra plats.</translation>
        </message>
        <message>
            <source>no second location</source>
            <translation>ingen andra plats</translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::VirtualMachineModel</name>
        <message>
            <source>Name</source>
            <translation>Namn</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>Prenumeration</translation>
        </message>
        <message>
            <source>Operating system</source>
            <translation>Operativsystem</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Storlek</translation>
        </message>
        <message>
            <source>Protection</source>
            <extracomment>Column heading: whether the machine is protected. Keep short.</extracomment>
            <translation>Skydd</translation>
        </message>
        <message>
            <source>Last backup</source>
            <extracomment>Column heading: when the last backup was made. Keep short.</extracomment>
            <translation>Senaste kopia</translation>
        </message>
        <message>
            <source>Next run</source>
            <extracomment>Column heading: when the next scheduled backup runs. Keep short.</extracomment>
            <translation>Nästa körning</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Taggar</translation>
        </message>
    </context>
    <context>
        <name>valv::views::AboutBlade</name>
        <message>
            <source>About Valv</source>
            <translation>Om Valv</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>Valv (Swedish for vault) protects virtual machines: it reads their disks, keeps recovery points in encrypted vaults, and restores them.</source>
            <translation>Valv skyddar virtuella datorer: det läser deras diskar, sparar återställningspunkter i krypterade valv och återställer dem.</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
            <translation>Fri programvara enligt GNU General Public License, version 3 eller senare. Den ges utan någon garanti.</translation>
        </message>
        <message>
            <source>Built with Qt %1. Text in Inter (SIL Open Font License), icons from Bootstrap Icons (MIT).</source>
            <translation>Byggt med Qt %1. Text i Inter (SIL Open Font License), ikoner från Bootstrap Icons (MIT).</translation>
        </message>
    </context>
    <context>
        <name>valv::views::AlertDetails</name>
        <message>
            <source>The alert is no longer there</source>
            <translation>Aviseringen finns inte längre</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Copy the alert</source>
            <translation>Kopiera aviseringen</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Vad som hände</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Vad du kan göra</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Kvittera</translation>
        </message>
        <message>
            <source>Close alert</source>
            <translation>Stäng aviseringen</translation>
        </message>
        <message>
            <source>Make new again</source>
            <translation>Gör till ny igen</translation>
        </message>
        <message>
            <source>Open the security settings</source>
            <translation>Öppna säkerhetsinställningarna</translation>
        </message>
        <message>
            <source>Open the storage replication</source>
            <translation>Öppna lagringsreplikeringen</translation>
        </message>
        <message>
            <source>Open the policy</source>
            <translation>Öppna principen</translation>
        </message>
        <message>
            <source>Open the vault</source>
            <translation>Öppna valvet</translation>
        </message>
        <message>
            <source>Open the backup item</source>
            <translation>Öppna säkerhetskopieringsobjektet</translation>
        </message>
        <message>
            <source>Open the job</source>
            <translation>Öppna jobbet</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtuell dator</translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Tillstånd</translation>
        </message>
        <message>
            <source>Raised</source>
            <translation>Utlöst</translation>
        </message>
        <message>
            <source>Last time</source>
            <translation>Senast</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>Antal gånger</translation>
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n gång</numerusform>
                <numerusform>%n gånger</numerusform>
            </translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>Löst</translation>
        </message>
        <message>
            <source>Handled by</source>
            <translation>Hanteras av</translation>
        </message>
        <message>
            <source>Alert ID</source>
            <translation>Aviserings-ID</translation>
        </message>
        <message>
            <source>Computer</source>
            <translation>Dator</translation>
        </message>
        <message>
            <source>The alerts could not be read.</source>
            <translation>Aviseringarna kunde inte läsas.</translation>
        </message>
        <message>
            <source>The alert could not be read</source>
            <translation>Aviseringen kunde inte läsas</translation>
        </message>
    </context>
    <context>
        <name>valv::views::AlertSummary</name>
        <message>
            <source>none new</source>
            <translation>inga nya</translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n ny</numerusform>
                <numerusform>%n nya</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 critical, %2 other</source>
            <translation>%1 kritiska, %2 andra</translation>
        </message>
        <message>
            <source>Alerts per day</source>
            <translation>Aviseringar per dag</translation>
        </message>
        <message>
            <source>The last %1 days: %2 critical, %3 other</source>
            <translation>De senaste %1 dagarna: %2 kritiska, %3 andra</translation>
        </message>
        <message>
            <source>Critical</source>
            <comment>legend</comment>
            <translation>Kritisk</translation>
        </message>
        <message>
            <source>Other</source>
            <comment>legend</comment>
            <translation>Annan</translation>
        </message>
    </context>
    <context>
        <name>valv::views::AlertsPage</name>
        <message>
            <source>alerts.csv</source>
            <translation>aviseringar.csv</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Aviseringar</translation>
        </message>
        <message>
            <source>All vaults</source>
            <translation>Alla valv</translation>
        </message>
        <message>
            <source>%1 of %2 alerts</source>
            <extracomment>%1 shown, %2 in all</extracomment>
            <translation>%1 av %2 aviseringar</translation>
        </message>
        <message>
            <source>Choose an alert first.</source>
            <translation>Välj en avisering först.</translation>
        </message>
        <message>
            <source>Only new alerts can be acknowledged.</source>
            <translation>Bara nya aviseringar kan kvitteras.</translation>
        </message>
        <message>
            <source>The alert is closed or resolved already.</source>
            <translation>Aviseringen är redan stängd eller löst.</translation>
        </message>
        <message>
            <source>Nobody has acknowledged or closed the alert, or its cause is gone.</source>
            <translation>Ingen har kvitterat eller stängt aviseringen, eller så är orsaken borta.</translation>
        </message>
        <message numerus="yes">
            <source>%n alert(s) could not be changed.</source>
            <translation>
                <numerusform>%n avisering kunde inte ändras.</numerusform>
                <numerusform>%n aviseringar kunde inte ändras.</numerusform>
            </translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Filter alerts</source>
            <translation>Filtrera aviseringar</translation>
        </message>
        <message>
            <source>Severity:</source>
            <translation>Allvarlighetsgrad:</translation>
        </message>
        <message>
            <source>State:</source>
            <translation>Tillstånd:</translation>
        </message>
        <message>
            <source>Time:</source>
            <translation>Tid:</translation>
        </message>
        <message>
            <source>24 h</source>
            <translation>24 h</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 dagar</translation>
        </message>
        <message>
            <source>30 days</source>
            <translation>30 dagar</translation>
        </message>
        <message>
            <source>Vault:</source>
            <translation>Valv:</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Kvittera</translation>
        </message>
        <message>
            <source>Close alert</source>
            <translation>Stäng aviseringen</translation>
        </message>
        <message>
            <source>Make new again</source>
            <translation>Gör till ny igen</translation>
        </message>
        <message>
            <source>No alerts</source>
            <translation>Inga aviseringar</translation>
        </message>
        <message>
            <source>Nothing needs attention. An alert appears here when a backup or a restore fails, or when a backup is overdue.</source>
            <translation>Inget behöver åtgärdas. En avisering visas här när en säkerhetskopiering eller återställning misslyckas, eller när en säkerhetskopia dröjer.</translation>
        </message>
        <message>
            <source>Configure notifications</source>
            <translation>Konfigurera meddelanden</translation>
        </message>
        <message>
            <source>Severity</source>
            <comment>a heading where there is little room</comment>
            <translation>Grad</translation>
        </message>
    </context>
    <context>
        <name>valv::views::AllServicesPage</name>
        <message>
            <source>All services</source>
            <translation>Alla tjänster</translation>
        </message>
        <message numerus="yes">
            <source>%n service(s)</source>
            <extracomment>%1 services match, %n are offered, %2 what was typed</extracomment>
            <translation>
                <numerusform>%n tjänst</numerusform>
                <numerusform>%n tjänster</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n service(s) match “%2”</source>
            <translation>
                <numerusform>%1 av %n tjänst matchar ”%2”</numerusform>
                <numerusform>%1 av %n tjänster matchar ”%2”</numerusform>
            </translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>Alla kategorier</translation>
        </message>
        <message>
            <source>No services match “%1”.</source>
            <translation>Inga tjänster matchar ”%1”.</translation>
        </message>
        <message>
            <source>Try another word, in English or Swedish.</source>
            <translation>Försök med ett annat ord, på svenska eller engelska.</translation>
        </message>
        <message>
            <source>Recently used</source>
            <translation>Senast använda</translation>
        </message>
        <message>
            <source>Filter services</source>
            <translation>Filtrera tjänster</translation>
        </message>
        <message>
            <source>browse</source>
            <comment>what a key does</comment>
            <translation>bläddra</translation>
        </message>
        <message>
            <source>Enter</source>
            <comment>key</comment>
            <translation>Retur</translation>
        </message>
        <message>
            <source>open</source>
            <comment>what a key does</comment>
            <translation>öppna</translation>
        </message>
        <message>
            <source>favorite</source>
            <comment>what a key does</comment>
            <translation>favorit</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Kategorier</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>Rensa filter</translation>
        </message>
        <message>
            <source>Starred services stand under Favorites in the menu. Drag them there, or use Ctrl+Shift+↑ and ↓, to change their order.</source>
            <translation>Stjärnmärkta tjänster visas under Favoriter i menyn. Dra dem där, eller använd Ctrl+Skift+↑ och ↓, för att ändra ordningen.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::AssignPolicyBlade</name>
        <message>
            <source>It is in another vault (%1), which has policies of its own. Select it separately.</source>
            <translation>Det finns i ett annat valv (%1), som har egna principer. Välj det för sig.</translation>
        </message>
        <message>
            <source>The items use this policy already.</source>
            <translation>Objekten använder redan den här principen.</translation>
        </message>
        <message>
            <source>The item uses this policy already.</source>
            <translation>Objektet använder redan den här principen.</translation>
        </message>
        <message>
            <source>%1 uses the policy %2 now. Another one takes effect at once.</source>
            <translation>%1 använder principen %2 nu. En annan börjar gälla direkt.</translation>
        </message>
        <message>
            <source>Longer retention also keeps the existing points longer. Points older than a shorter retention are removed at the next clean-up.</source>
            <translation>Med längre kvarhållning behålls även befintliga punkter längre. Punkter som är äldre än en kortare kvarhållning tas bort vid nästa rensning.</translation>
        </message>
        <message>
            <source>The backup of %1 is stopped. It runs again by the policy that you choose.</source>
            <translation>Säkerhetskopieringen av %1 är stoppad. Den körs igen enligt principen som du väljer.</translation>
        </message>
        <message>
            <source>Expired recovery points are removed when backup resumes.</source>
            <translation>Återställningspunkter som har gått ut tas bort när säkerhetskopieringen återupptas.</translation>
        </message>
        <message numerus="yes">
            <source>Save for %n item(s)</source>
            <translation>
                <numerusform>Spara för %n objekt</numerusform>
                <numerusform>Spara för %n objekt</numerusform>
            </translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message numerus="yes">
            <source>Resume backup of %n item(s)</source>
            <translation>
                <numerusform>Återuppta säkerhetskopiering av %n objekt</numerusform>
                <numerusform>Återuppta säkerhetskopiering av %n objekt</numerusform>
            </translation>
        </message>
        <message>
            <source>Resume backup</source>
            <translation>Återuppta säkerhetskopiering</translation>
        </message>
        <message>
            <source>Change policy</source>
            <translation>Ändra princip</translation>
        </message>
        <message>
            <source>Restore first</source>
            <translation>Återställ först</translation>
        </message>
        <message>
            <source>Looking at what would expire…</source>
            <translation>Tar reda på vad som skulle gå ut …</translation>
        </message>
    </context>
    <context>
        <name>valv::views::AttachVaultBlade</name>
        <message>
            <source>Type the vault's folder.</source>
            <translation>Skriv valvets mapp.</translation>
        </message>
        <message>
            <source>Type the whole path of a folder, from / on.</source>
            <translation>Skriv hela sökvägen till en mapp, från / och framåt.</translation>
        </message>
        <message>
            <source>Type the vault's recovery key.</source>
            <translation>Skriv valvets återställningsnyckel.</translation>
        </message>
        <message>
            <source>Reading the vault …</source>
            <translation>Läser valvet …</translation>
        </message>
        <message>
            <source>The vault %1 has been attached</source>
            <translation>Valvet %1 har anslutits</translation>
        </message>
        <message>
            <source>Its policies, items and recovery points are here; schedules count from now.</source>
            <translation>Dess principer, objekt och återställningspunkter finns här. Scheman räknas från och med nu.</translation>
        </message>
        <message>
            <source>The vault could not be attached.</source>
            <translation>Valvet kunde inte anslutas.</translation>
        </message>
        <message>
            <source>Vault folder</source>
            <translation>Valvmapp</translation>
        </message>
        <message>
            <source>Attach a vault</source>
            <translation>Anslut ett valv</translation>
        </message>
        <message>
            <source>A vault's folder from another computer is read where it is, with its policies, items and recovery points. Only one computer may work with a folder: attach a copy, or detach it elsewhere first.</source>
            <translation>En valvmapp från en annan dator läses där den ligger, med sina principer, objekt och återställningspunkter. Bara en dator får arbeta med en mapp: anslut en kopia, eller koppla från den någon annanstans först.</translation>
        </message>
        <message>
            <source>&amp;Folder on %1</source>
            <translation>&amp;Mapp på %1</translation>
        </message>
        <message>
            <source>Vault &amp;folder</source>
            <translation>Valv&amp;mapp</translation>
        </message>
        <message>
            <source>The folder that holds valv-vault.json.</source>
            <translation>Mappen som innehåller valv-vault.json.</translation>
        </message>
        <message>
            <source>Browse …</source>
            <translation>Bläddra …</translation>
        </message>
        <message>
            <source>Recovery &amp;key</source>
            <translation>Återställnings&amp;nyckel</translation>
        </message>
        <message>
            <source>Capitals, spaces and hyphens do not matter.</source>
            <translation>Stora bokstäver, blanksteg och bindestreck spelar ingen roll.</translation>
        </message>
        <message>
            <source>&amp;Name here</source>
            <translation>Namn &amp;här</translation>
        </message>
        <message>
            <source>Empty: the vault's own name.</source>
            <translation>Tomt: valvets eget namn.</translation>
        </message>
        <message>
            <source>Resource &amp;group</source>
            <translation>Resurs&amp;grupp</translation>
        </message>
        <message>
            <source>Empty: the vault's own resource group.</source>
            <translation>Tomt: valvets egen resursgrupp.</translation>
        </message>
        <message>
            <source>Attach</source>
            <translation>Anslut</translation>
        </message>
    </context>
    <context>
        <name>valv::views::BackupItemView</name>
        <message>
            <source>Follow the job</source>
            <translation>Följ jobbet</translation>
        </message>
        <message>
            <source>Warning (initial backup pending).</source>
            <translation>Varning (första säkerhetskopieringen väntar).</translation>
        </message>
        <message>
            <source>The policy is in place, but no data has been copied yet. Restore becomes possible when the first copy is done.</source>
            <translation>Principen är kopplad, men inga data har kopierats ännu. Återställning blir möjlig när den första kopian är klar.</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Säkerhetskopiera nu</translation>
        </message>
        <message>
            <source>The last backup failed.</source>
            <translation>Den senaste säkerhetskopieringen misslyckades.</translation>
        </message>
        <message>
            <source>Show the job</source>
            <translation>Visa jobbet</translation>
        </message>
        <message>
            <source>Restore VM</source>
            <translation>Återställ virtuell dator</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Uppdatera</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Sammanfattning</translation>
        </message>
        <message>
            <source>Application-consistent</source>
            <translation>Programkonsekventa</translation>
        </message>
        <message>
            <source>VSS or pre/post scripts</source>
            <translation>VSS eller för-/efterskript</translation>
        </message>
        <message>
            <source>File-system-consistent</source>
            <translation>Filsystemkonsekventa</translation>
        </message>
        <message>
            <source>frozen file systems</source>
            <translation>frusna filsystem</translation>
        </message>
        <message>
            <source>Crash-consistent</source>
            <translation>Kraschkonsekventa</translation>
        </message>
        <message>
            <source>off or without agent</source>
            <translation>avstängd eller utan agent</translation>
        </message>
        <message>
            <source>Recovery points</source>
            <translation>Återställningspunkter</translation>
        </message>
        <message>
            <source>Latest jobs</source>
            <translation>Senaste jobb</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Visa alla</translation>
        </message>
        <message>
            <source>No recovery points yet</source>
            <translation>Inga återställningspunkter ännu</translation>
        </message>
        <message>
            <source>The first point is made on %1. Choose Back up now if you don't want to wait.</source>
            <translation>Den första punkten skapas %1. Välj Säkerhetskopiera nu om du inte vill vänta.</translation>
        </message>
        <message>
            <source>The first point is made at the first backup.</source>
            <translation>Den första punkten skapas vid den första säkerhetskopieringen.</translation>
        </message>
        <message>
            <source>Soft deleted.</source>
            <translation>Mjukt borttaget.</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) until permanent deletion. Until then it can be undone.</source>
            <translation>
                <numerusform>%n dag kvar till permanent borttagning. Till dess kan den ångras.</numerusform>
                <numerusform>%n dagar kvar till permanent borttagning. Till dess kan den ångras.</numerusform>
            </translation>
        </message>
        <message>
            <source>Until the data is removed for good, the deletion can be undone.</source>
            <translation>Borttagningen kan ångras tills data har tagits bort permanent.</translation>
        </message>
        <message>
            <source>Undelete</source>
            <translation>Ångra borttagning</translation>
        </message>
        <message>
            <source>Backup is stopped.</source>
            <translation>Säkerhetskopieringen är stoppad.</translation>
        </message>
        <message>
            <source>No more backups are made. The recovery points are kept until you delete them, and can be restored.</source>
            <translation>Inga fler säkerhetskopior tas. Återställningspunkterna behålls tills du tar bort dem och kan återställas.</translation>
        </message>
        <message>
            <source>Resume backup</source>
            <translation>Återuppta säkerhetskopiering</translation>
        </message>
        <message>
            <source>How long it is kept</source>
            <translation>Hur länge den behålls</translation>
        </message>
        <message>
            <source>Delete recovery point</source>
            <translation>Ta bort återställningspunkt</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n recovery point(s)</source>
            <extracomment>%1 of %n are shown</extracomment>
            <translation>
                <numerusform>%1 av %n återställningspunkt</numerusform>
                <numerusform>%1 av %n återställningspunkter</numerusform>
            </translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Senaste 30 dagarna</translation>
        </message>
        <message>
            <source>Last 90 days</source>
            <translation>Senaste 90 dagarna</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>Senaste året</translation>
        </message>
        <message>
            <source>All points</source>
            <translation>Alla punkter</translation>
        </message>
        <message>
            <source>Reading the jobs …</source>
            <translation>Läser jobben …</translation>
        </message>
        <message>
            <source>The jobs could not be read.</source>
            <translation>Jobben kunde inte läsas.</translation>
        </message>
        <message>
            <source>No job has run yet.</source>
            <translation>Inget jobb har körts än.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::BackupNowBlade</name>
        <message>
            <source>Back up now</source>
            <translation>Säkerhetskopiera nu</translation>
        </message>
        <message>
            <source>Enter</source>
            <comment>key</comment>
            <translation>Retur</translation>
        </message>
        <message>
            <source>To read</source>
            <translation>Att läsa</translation>
        </message>
        <message>
            <source>%1 on %2</source>
            <translation>%1 på %2</translation>
        </message>
        <message>
            <source>To store</source>
            <translation>Att lagra</translation>
        </message>
        <message>
            <source>at most %1, compressed</source>
            <translation>högst %1, komprimerat</translation>
        </message>
        <message>
            <source>about %1</source>
            <translation>ca %1</translation>
        </message>
        <message>
            <source>only what has changed since %1</source>
            <translation>bara det som har ändrats sedan %1</translation>
        </message>
        <message>
            <source>the last point</source>
            <translation>den senaste punkten</translation>
        </message>
        <message>
            <source>This copy does not change the schedule. The next regular run is on %1.</source>
            <translation>Kopian påverkar inte schemat. Nästa ordinarie körning sker %1.</translation>
        </message>
        <message>
            <source>This copy does not change the schedule.</source>
            <translation>Kopian påverkar inte schemat.</translation>
        </message>
        <message>
            <source>&amp;Keep the recovery point through</source>
            <translation>&amp;Behåll återställningspunkten till och med</translation>
        </message>
        <message>
            <source>%1 d</source>
            <comment>days</comment>
            <translation>%1 d</translation>
        </message>
        <message>
            <source>Quick choices</source>
            <translation>Snabbval</translation>
        </message>
        <message>
            <source>The virtual machine is off. The recovery point will be crash-consistent.</source>
            <translation>Den virtuella datorn är avstängd. Återställningspunkten blir kraschkonsekvent.</translation>
        </message>
        <message>
            <source>Estimated transfer</source>
            <translation>Uppskattad överföring</translation>
        </message>
        <message>
            <source>Estimated time</source>
            <translation>Beräknad tid</translation>
        </message>
        <message>
            <source>about %1 (%2)</source>
            <comment>time (speed)</comment>
            <translation>ca %1 (%2)</translation>
        </message>
        <message>
            <source>Done around</source>
            <translation>Klar omkring</translation>
        </message>
        <message>
            <source>Free in the vault afterwards</source>
            <translation>Ledigt i valvet efteråt</translation>
        </message>
        <message>
            <source>at least %1 of %2</source>
            <translation>minst %1 av %2</translation>
        </message>
        <message>
            <source>Used %1</source>
            <translation>Använt %1</translation>
        </message>
        <message>
            <source>This copy, at most %1</source>
            <translation>Den här kopian, högst %1</translation>
        </message>
        <message>
            <source>First copies</source>
            <translation>Första kopior</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 av %2</translation>
        </message>
        <message numerus="yes">
            <source>%n virtual machine(s) off. The recovery points will be crash-consistent.</source>
            <translation>
                <numerusform>%n virtuell dator är avstängd. Återställningspunkterna blir kraschkonsekventa.</numerusform>
                <numerusform>%n virtuella datorer är avstängda. Återställningspunkterna blir kraschkonsekventa.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Back up %n item(s) now</source>
            <translation>
                <numerusform>Säkerhetskopiera %n objekt nu</numerusform>
                <numerusform>Säkerhetskopiera %n objekt nu</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Keep the recovery points through</source>
            <translation>&amp;Behåll återställningspunkterna till och med</translation>
        </message>
        <message>
            <source>Space on the disk</source>
            <translation>Utrymme på disken</translation>
        </message>
        <message>
            <source>The recovery points are kept for %1 and then removed.</source>
            <translation>Återställningspunkterna behålls i %1 och tas sedan bort.</translation>
        </message>
        <message>
            <source>The recovery point is kept for %1 and then removed.</source>
            <translation>Återställningspunkten behålls i %1 och tas sedan bort.</translation>
        </message>
        <message>
            <source>Enter a date first.</source>
            <translation>Ange ett datum först.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::Blade</name>
        <message>
            <source>Close</source>
            <translation>Stäng</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Ctrl</source>
            <extracomment>The key on the keyboard, shown in a small box.</extracomment>
            <translation>Ctrl</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Retur</translation>
        </message>
    </context>
    <context>
        <name>valv::views::Breadcrumb</name>
        <message>
            <source>Path</source>
            <translation>Sökväg</translation>
        </message>
    </context>
    <context>
        <name>valv::views::BulkBar</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n markerad</numerusform>
                <numerusform>%n markerade</numerusform>
            </translation>
        </message>
        <message>
            <source>Clear</source>
            <comment>the selection</comment>
            <translation>Avmarkera</translation>
        </message>
    </context>
    <context>
        <name>valv::views::Calendar</name>
        <message>
            <source>Week %1</source>
            <translation>Vecka %1</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>I dag</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>Before %1</source>
            <translation>Före %1</translation>
        </message>
        <message>
            <source>After %1</source>
            <translation>Efter %1</translation>
        </message>
        <message>
            <source>Previous month</source>
            <translation>Föregående månad</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Nästa månad</translation>
        </message>
        <message>
            <source>Go to today</source>
            <translation>Gå till i dag</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>wk</source>
            <extracomment>Heading of the column of week numbers, one or two letters.</extracomment>
            <translation>v.</translation>
        </message>
        <message>
            <source>Today: %1, wk %2</source>
            <extracomment>%1 a date, %2 the week's number</extracomment>
            <translation>I dag: %1, v. %2</translation>
        </message>
    </context>
    <context>
        <name>valv::views::CancelJobBlade</name>
        <message>
            <source>Cancel job</source>
            <translation>Avbryt jobb</translation>
        </message>
        <message>
            <source>Do you want to cancel the job?</source>
            <translation>Vill du avbryta jobbet?</translation>
        </message>
        <message>
            <source>What has been written so far is removed. The recovery point is not affected.</source>
            <translation>Det som har skrivits hittills tas bort. Återställningspunkten påverkas inte.</translation>
        </message>
        <message>
            <source>No recovery point is made. Earlier recovery points are not affected, and what has been stored makes the next backup quicker.</source>
            <translation>Ingen återställningspunkt skapas. Tidigare återställningspunkter påverkas inte, och det som redan har lagrats gör nästa säkerhetskopiering snabbare.</translation>
        </message>
        <message>
            <source>The job is being canceled.</source>
            <translation>Jobbet avbryts.</translation>
        </message>
        <message>
            <source>The job could not be canceled.</source>
            <translation>Jobbet kunde inte avbrytas.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::Card</name>
        <message>
            <source>Show</source>
            <translation>Visa</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Dölj</translation>
        </message>
    </context>
    <context>
        <name>valv::views::CommandBar</name>
        <message>
            <source>More commands</source>
            <translation>Fler kommandon</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Kommandon</translation>
        </message>
    </context>
    <context>
        <name>valv::views::CommandPalette</name>
        <message>
            <source>Commands</source>
            <translation>Kommandon</translation>
        </message>
        <message>
            <source>Resources</source>
            <translation>Resurser</translation>
        </message>
        <message>
            <source>Pages and settings</source>
            <translation>Sidor och inställningar</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Jobb</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Senaste</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>%1 a command, %2 the name of a machine, vault or job</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Reading what there is …</source>
            <translation>Läser vad som finns …</translation>
        </message>
        <message>
            <source>Nothing matches “%1”. Try another word, in English or Swedish.</source>
            <translation>Inget matchar ”%1”. Prova ett annat ord, på svenska eller engelska.</translation>
        </message>
        <message>
            <source>This cannot be done now.</source>
            <translation>Det går inte att göra det nu.</translation>
        </message>
        <message>
            <source>There is nothing to do with %1 from here. Press Enter to open it.</source>
            <translation>Det finns inget att göra med %1 härifrån. Tryck på Retur för att öppna.</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopierat</translation>
        </message>
        <message>
            <source>move</source>
            <comment>what a key does</comment>
            <translation>flytta</translation>
        </message>
        <message>
            <source>Enter</source>
            <comment>key</comment>
            <translation>Retur</translation>
        </message>
        <message>
            <source>open</source>
            <comment>what a key does</comment>
            <translation>öppna</translation>
        </message>
        <message>
            <source>run</source>
            <comment>what a key does</comment>
            <translation>kör</translation>
        </message>
        <message>
            <source>Tab</source>
            <comment>key</comment>
            <translation>Tabb</translation>
        </message>
        <message>
            <source>pick resource</source>
            <comment>what a key does</comment>
            <translation>välj resurs</translation>
        </message>
        <message>
            <source>Esc</source>
            <comment>key</comment>
            <translation>Esc</translation>
        </message>
        <message>
            <source>close</source>
            <comment>what a key does</comment>
            <translation>stäng</translation>
        </message>
        <message>
            <source>Command palette</source>
            <translation>Kommandopalett</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>Vad vill du göra?</translation>
        </message>
        <message>
            <source>Search resources, commands …</source>
            <translation>Sök resurser, kommandon …</translation>
        </message>
        <message>
            <source>Search resources and commands</source>
            <translation>Sök resurser och kommandon</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Resultat</translation>
        </message>
        <message numerus="yes">
            <source>%n result(s)</source>
            <translation>
                <numerusform>%n resultat</numerusform>
                <numerusform>%n resultat</numerusform>
            </translation>
        </message>
        <message>
            <source>commands</source>
            <comment>what a sign limits the search to</comment>
            <translation>kommandon</translation>
        </message>
        <message>
            <source>resources</source>
            <comment>what a sign limits the search to</comment>
            <translation>resurser</translation>
        </message>
        <message>
            <source>jobs</source>
            <comment>what a sign limits the search to</comment>
            <translation>jobb</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ConnectionBlade</name>
        <message>
            <source>Add connection</source>
            <translation>Lägg till anslutning</translation>
        </message>
        <message>
            <source>Edit connection</source>
            <translation>Redigera anslutning</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Checking what you have entered…</source>
            <translation>Kontrollerar det du har fyllt i …</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ConnectionForm</name>
        <message>
            <source>Choose the folder where the disk images are.</source>
            <translation>Välj mappen där diskavbildningarna finns.</translation>
        </message>
        <message>
            <source>There is no folder %1.</source>
            <translation>Det finns ingen mapp %1.</translation>
        </message>
        <message>
            <source>You may not read the folder %1.</source>
            <translation>Du får inte läsa mappen %1.</translation>
        </message>
        <message>
            <source>There is nothing in the folder %1. Choose the one where the disk images are.</source>
            <translation>Mappen %1 är tom. Välj den där diskavbildningarna finns.</translation>
        </message>
        <message>
            <source>The folder %1 is already in the list.</source>
            <translation>Mappen %1 finns redan i listan.</translation>
        </message>
        <message>
            <source>Type the whole path of a folder, from / on.</source>
            <translation>Skriv hela sökvägen till en mapp, från / och framåt.</translation>
        </message>
        <message>
            <source>Type the address of the computer that runs valvd.</source>
            <translation>Skriv adressen till datorn som kör valvd.</translation>
        </message>
        <message>
            <source>An address looks like https://backup.example.com:8443.</source>
            <translation>En adress ser ut som https://backup.example.com:8443.</translation>
        </message>
        <message>
            <source>The file %1 is not there, or may not be read.</source>
            <translation>Filen %1 finns inte eller får inte läsas.</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Datamapp</translation>
        </message>
        <message>
            <source>Folder with disk images</source>
            <translation>Mapp med diskavbildningar</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Välj en fil</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Namn</translation>
        </message>
        <message>
            <source>What it is called in the menu; empty: by what it is.</source>
            <translation>Vad den heter i menyn. Tomt: efter vad den är.</translation>
        </message>
        <message>
            <source>On this computer</source>
            <translation>På den här datorn</translation>
        </message>
        <message>
            <source>A folder with disk images: each file, or each folder in it, is a virtual machine (raw, qcow2, vmdk, vdi, vhdx).</source>
            <translation>En mapp med diskavbildningar. Varje fil eller undermapp är en virtuell dator (raw, qcow2, vmdk, vdi, vhdx).</translation>
        </message>
        <message>
            <source>&amp;Folder with disk images</source>
            <translation>&amp;Mapp med diskavbildningar</translation>
        </message>
        <message>
            <source>Folder %1</source>
            <translation>Mapp %1</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <translation>Ta bort: %1</translation>
        </message>
        <message>
            <source>Add another folder</source>
            <translation>Lägg till en mapp till</translation>
        </message>
        <message>
            <source>&amp;Data folder</source>
            <translation>&amp;Datamapp</translation>
        </message>
        <message>
            <source>Catalogue, vaults and keys are kept here. Empty: the usual place.</source>
            <translation>Här sparas katalog, valv och nycklar. Tomt: den vanliga platsen.</translation>
        </message>
        <message>
            <source>On a computer that runs valvd</source>
            <translation>På en dator som kör valvd</translation>
        </message>
        <message>
            <source>Its virtual machines, vaults and schedules; backups run there, also when this window is closed.</source>
            <translation>Dess virtuella datorer, valv och scheman. Säkerhetskopieringen körs där, även när det här fönstret är stängt.</translation>
        </message>
        <message>
            <source>&amp;Address</source>
            <translation>&amp;Adress</translation>
        </message>
        <message>
            <source>For example https://backup.example.com:8443.</source>
            <translation>Till exempel https://backup.example.com:8443.</translation>
        </message>
        <message>
            <source>&amp;Token file</source>
            <translation>&amp;Tokenfil</translation>
        </message>
        <message>
            <source>The file that valvd was started with as --token-file, or a copy of it.</source>
            <translation>Filen som valvd startades med som --token-file, eller en kopia av den.</translation>
        </message>
        <message>
            <source>&amp;Certificate file</source>
            <translation>&amp;Certifikatfil</translation>
        </message>
        <message>
            <source>Needed when valvd signs its own certificate: tls/cert.pem in its data folder.</source>
            <translation>Behövs när valvd själv har utfärdat sitt certifikat: tls/cert.pem i dess datamapp.</translation>
        </message>
        <message>
            <source>Try it with the demo estate</source>
            <translation>Prova med demodatorerna</translation>
        </message>
        <message>
            <source>Small virtual machines that Valv makes itself. Everything is real except that nobody works in them.</source>
            <translation>Små virtuella datorer som Valv skapar själv. Allt är på riktigt, utom att ingen arbetar i dem.</translation>
        </message>
        <message>
            <source>Browse …</source>
            <translation>Bläddra …</translation>
        </message>
        <message>
            <source>Browse …: %1</source>
            <extracomment>%1 is a field: "Browse …: Token file"</extracomment>
            <translation>Bläddra …: %1</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ConnectionRow</name>
        <message>
            <source>Local engine</source>
            <translation>Lokal motor</translation>
        </message>
        <message>
            <source>Demo estate</source>
            <translation>Demodatorer</translation>
        </message>
        <message>
            <source>valvd on %1</source>
            <translation>valvd på %1</translation>
        </message>
        <message numerus="yes">
            <source>This computer, %n folder(s) with disk images</source>
            <translation>
                <numerusform>Den här datorn, %n mapp med diskavbildningar</numerusform>
                <numerusform>Den här datorn, %n mappar med diskavbildningar</numerusform>
            </translation>
        </message>
        <message>
            <source>Small virtual machines that Valv makes itself</source>
            <translation>Små virtuella datorer som Valv gör själv</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>Används nu</translation>
        </message>
        <message>
            <source>Disk images</source>
            <translation>Diskavbildningar</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Datamapp</translation>
        </message>
        <message>
            <source>Schedules</source>
            <translation>Scheman</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>Certifikat</translation>
        </message>
        <message>
            <source>Signed by an authority that this computer trusts</source>
            <translation>Signerat av en utfärdare som datorn litar på</translation>
        </message>
        <message>
            <source>Token file</source>
            <translation>Tokenfil</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Anslut</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Redigera</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>%1 a button's text, %2 the name of a connection</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Not in use</source>
            <translation>Används inte</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ConnectionTest</name>
        <message>
            <source>It answers as a backup service does.</source>
            <translation>Den svarar som en säkerhetskopieringstjänst.</translation>
        </message>
        <message>
            <source>It serves %1.</source>
            <translation>Den tillhandahåller %1.</translation>
        </message>
        <message>
            <source>%1 runs Valv %2 and serves %3.</source>
            <extracomment>%1 is a computer, %2 a version, %3 what it serves</extracomment>
            <translation>%1 kör Valv %2 och tillhandahåller %3.</translation>
        </message>
        <message>
            <source>The computer</source>
            <translation>Datorn</translation>
        </message>
        <message>
            <source>Cancel the test</source>
            <translation>Avbryt testet</translation>
        </message>
        <message>
            <source>Test connection</source>
            <translation>Testa anslutningen</translation>
        </message>
        <message>
            <source>Asking …</source>
            <translation>Frågar …</translation>
        </message>
        <message>
            <source>A file can't be used.</source>
            <translation>En fil kan inte användas.</translation>
        </message>
        <message>
            <source>The address answers.</source>
            <translation>Adressen svarar.</translation>
        </message>
        <message>
            <source>Nobody answers at the address.</source>
            <translation>Ingen svarar på adressen.</translation>
        </message>
        <message>
            <source>Its certificate is trusted.</source>
            <translation>Certifikatet är betrott.</translation>
        </message>
        <message>
            <source>Its certificate is not trusted.</source>
            <translation>Certifikatet är inte betrott.</translation>
        </message>
        <message>
            <source>The token is accepted.</source>
            <translation>Token godkänns.</translation>
        </message>
        <message>
            <source>The token is not accepted.</source>
            <translation>Token godkänns inte.</translation>
        </message>
        <message>
            <source>Something else than Valv answers there.</source>
            <translation>Något annat än Valv svarar där.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::CopyAzLink</name>
        <message>
            <source>Copy as az command</source>
            <translation>Kopiera som az-kommando</translation>
        </message>
        <message>
            <source>az has no command for this.</source>
            <translation>az har inget kommando för det här.</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopierat</translation>
        </message>
        <message>
            <source>Choose a vault first.</source>
            <translation>Välj ett valv först.</translation>
        </message>
        <message>
            <source>Choose a policy first.</source>
            <translation>Välj en princip först.</translation>
        </message>
        <message>
            <source>Choose the virtual machines first.</source>
            <translation>Välj de virtuella datorerna först.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::CreateVaultBlade</name>
        <message>
            <source>Create Recovery Services vault</source>
            <translation>Skapa Recovery Services-valv</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Skapa</translation>
        </message>
    </context>
    <context>
        <name>valv::views::CreateVaultPage</name>
        <message>
            <source>Create Recovery Services vault</source>
            <translation>Skapa Recovery Services-valv</translation>
        </message>
        <message>
            <source>A vault keeps all copies and recovery points that are made over time</source>
            <translation>Ett valv lagrar alla säkerhetskopior och återställningspunkter som skapas med tiden</translation>
        </message>
        <message>
            <source>Recovery Services vaults</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Skapa</translation>
        </message>
        <message>
            <source>The vault has not been created. What you have entered is lost.</source>
            <translation>Valvet har inte skapats. Det du har angett går förlorat.</translation>
        </message>
        <message>
            <source>2–50 characters</source>
            <translation>2–50 tecken</translation>
        </message>
        <message>
            <source>Starts with a letter</source>
            <translation>Börjar med en bokstav</translation>
        </message>
        <message>
            <source>Only letters, digits and hyphens</source>
            <translation>Bara bokstäver, siffror och bindestreck</translation>
        </message>
        <message>
            <source>Unique in the subscription</source>
            <translation>Unikt i prenumerationen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Namn</translation>
        </message>
        <message>
            <source>not valid</source>
            <translation>ogiltigt</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>Prenumeration</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>(new)</source>
            <translation>(ny)</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>Plats</translation>
        </message>
        <message>
            <source>Replication</source>
            <translation>Replikering</translation>
        </message>
        <message>
            <source>(default)</source>
            <translation>(standard)</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>Kryptering</translation>
        </message>
        <message>
            <source>AES-256, the vault's own key</source>
            <translation>AES-256, valvets egen nyckel</translation>
        </message>
        <message>
            <source>Correct %1 to go on</source>
            <translation>Rätta %1 för att fortsätta</translation>
        </message>
        <message>
            <source>Rules for the name</source>
            <translation>Regler för namnet</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Sammanfattning</translation>
        </message>
        <message>
            <source>Replication can be changed under Backup infrastructure until the first item is protected.</source>
            <translation>Replikeringen kan ändras under Infrastruktur för säkerhetskopiering fram till att det första objektet skyddas.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Second location</source>
            <translation>Andra plats</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>ingen än</translation>
        </message>
    </context>
    <context>
        <name>valv::views::DateField</name>
        <message>
            <source>Open the calendar</source>
            <translation>Öppna kalendern</translation>
        </message>
        <message>
            <source>Open the calendar (F4)</source>
            <translation>Öppna kalendern (F4)</translation>
        </message>
        <message>
            <source>%1, week %2</source>
            <extracomment>%1 weekday, %2 the week's number</extracomment>
            <translation>%1, vecka %2</translation>
        </message>
        <message>
            <source>yyyy-mm-dd</source>
            <translation>åååå-mm-dd</translation>
        </message>
        <message>
            <source>d mmm yyyy</source>
            <translation>d mmm åååå</translation>
        </message>
    </context>
    <context>
        <name>valv::views::DeletePointBlade</name>
        <message>
            <source>Delete recovery point</source>
            <translation>Ta bort återställningspunkt</translation>
        </message>
        <message>
            <source>The recovery point is gone for good.</source>
            <translation>Återställningspunkten försvinner för gott.</translation>
        </message>
        <message>
            <source>It cannot be undeleted. Other recovery points of %1 are not affected.</source>
            <translation>Borttagningen kan inte ångras. Andra återställningspunkter för %1 påverkas inte.</translation>
        </message>
        <message>
            <source>Consistency</source>
            <translation>Konsekvens</translation>
        </message>
        <message>
            <source>Kept until</source>
            <translation>Behålls till</translation>
        </message>
        <message>
            <source>You delete it</source>
            <comment>a recovery point is kept until …</comment>
            <translation>Du tar bort den</translation>
        </message>
        <message>
            <source>Frees in the vault</source>
            <translation>Frigör i valvet</translation>
        </message>
        <message>
            <source>It is not known.</source>
            <translation>Det är inte känt.</translation>
        </message>
        <message>
            <source>Being worked out…</source>
            <translation>Räknas ut …</translation>
        </message>
        <message>
            <source>Type the &amp;name of the backup item</source>
            <translation>Skriv säkerhetskopieringsobjektets &amp;namn</translation>
        </message>
        <message>
            <source>Upper and lower case matter.</source>
            <translation>Skillnad görs på stora och små bokstäver.</translation>
        </message>
        <message>
            <source>Consequences</source>
            <translation>Konsekvenser</translation>
        </message>
        <message>
            <source>I understand that this is the newest good point.</source>
            <translation>Jag förstår att det här är den senaste felfria punkten.</translation>
        </message>
        <message>
            <source>It is being deleted.</source>
            <translation>Den tas bort.</translation>
        </message>
        <message>
            <source>The recovery point is gone.</source>
            <translation>Återställningspunkten finns inte längre.</translation>
        </message>
        <message>
            <source>Tick the box to confirm the consequences.</source>
            <translation>Kryssa i rutan för att bekräfta konsekvenserna.</translation>
        </message>
        <message>
            <source>It is being read again.</source>
            <translation>Den läses igen.</translation>
        </message>
        <message>
            <source>It has expired or was deleted by someone else.</source>
            <translation>Den har gått ut eller tagits bort av någon annan.</translation>
        </message>
        <message>
            <source>What they did could not be read.</source>
            <translation>Vad de gjorde kunde inte läsas.</translation>
        </message>
        <message>
            <source>What you have typed is still here. Delete it all the same, or close.</source>
            <translation>Det du har skrivit finns kvar. Ta bort den ändå eller stäng.</translation>
        </message>
        <message>
            <source>Somebody else has changed the recovery point meanwhile.</source>
            <translation>Någon annan har ändrat återställningspunkten under tiden.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
    </context>
    <context>
        <name>valv::views::DeletePolicyBlade</name>
        <message>
            <source>Delete policy</source>
            <translation>Ta bort princip</translation>
        </message>
        <message>
            <source>Show them in the list of backup items</source>
            <translation>Visa dem i listan över säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>The policy is being deleted.</source>
            <translation>Principen tas bort.</translation>
        </message>
        <message>
            <source>The policy could not be deleted.</source>
            <translation>Principen kunde inte tas bort.</translation>
        </message>
        <message>
            <source>No backup item uses the policy, and no protection rule. It is gone at once; points that it kept are not affected.</source>
            <translation>Inget säkerhetskopieringsobjekt och ingen skyddsregel använder principen. Den försvinner genast; punkter som den har behållit påverkas inte.</translation>
        </message>
        <message>
            <source>Looking at what uses the policy…</source>
            <translation>Tar reda på vad som använder principen …</translation>
        </message>
        <message>
            <source>It is not known what uses the policy. It is deleted only if nothing does.</source>
            <translation>Det är inte känt vad som använder principen. Den tas bort bara om inget gör det.</translation>
        </message>
        <message>
            <source>The backup items could not be read.</source>
            <translation>Säkerhetskopieringsobjekten kunde inte läsas.</translation>
        </message>
        <message>
            <source>The rules could not be read.</source>
            <translation>Reglerna kunde inte läsas.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::DeleteVaultBlade</name>
        <message>
            <source>No protected items</source>
            <translation>Inga skyddade objekt</translation>
        </message>
        <message>
            <source>No stopped items with data</source>
            <translation>Inga stoppade objekt med data</translation>
        </message>
        <message>
            <source>No soft-deleted items</source>
            <translation>Inga mjukt borttagna objekt</translation>
        </message>
        <message>
            <source>No resource lock</source>
            <translation>Inget resurslås</translation>
        </message>
        <message>
            <source>Not immutable</source>
            <translation>Inte oföränderligt</translation>
        </message>
        <message>
            <source>The vault is immutable</source>
            <translation>Valvet är oföränderligt</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>till %1</translation>
        </message>
        <message>
            <source>Open</source>
            <extracomment>%1 is a point of a check list</extracomment>
            <translation>Öppna</translation>
        </message>
        <message>
            <source>Open: %1</source>
            <translation>Öppna: %1</translation>
        </message>
        <message>
            <source>Deleting the vault…</source>
            <translation>Tar bort valvet …</translation>
        </message>
        <message>
            <source>What keeps the vault could not be read.</source>
            <translation>Det gick inte att läsa vad som hindrar att valvet tas bort.</translation>
        </message>
        <message>
            <source>Delete vault</source>
            <translation>Ta bort valv</translation>
        </message>
        <message>
            <source>The vault %1 will be deleted.</source>
            <translation>Valvet %1 tas bort.</translation>
        </message>
        <message>
            <source>Its policies, jobs and settings are lost.</source>
            <translation>Dess principer, jobb och inställningar går förlorade.</translation>
        </message>
        <message>
            <source>Its policies, jobs and settings are lost, and so is the folder %1.</source>
            <translation>Dess principer, jobb och inställningar går förlorade, liksom mappen %1.</translation>
        </message>
        <message>
            <source>&amp;Type the name of the vault</source>
            <translation>&amp;Skriv valvets namn</translation>
        </message>
        <message>
            <source>Upper and lower case matter.</source>
            <translation>Skillnad görs på stora och små bokstäver.</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>och %n till</numerusform>
                <numerusform>och %n till</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n protected item(s)</source>
            <translation>
                <numerusform>%n skyddat objekt</numerusform>
                <numerusform>%n skyddade objekt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stopped item(s) with data</source>
            <translation>
                <numerusform>%n stoppat objekt med data</numerusform>
                <numerusform>%n stoppade objekt med data</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n soft-deleted item(s)</source>
            <translation>
                <numerusform>%n mjukt borttaget objekt</numerusform>
                <numerusform>%n mjukt borttagna objekt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n resource lock(s)</source>
            <translation>
                <numerusform>%n resurslås</numerusform>
                <numerusform>%n resurslås</numerusform>
            </translation>
        </message>
        <message>
            <source>The vault can't be deleted yet</source>
            <translation>Valvet kan inte tas bort än</translation>
        </message>
        <message>
            <source>What has to be gone first</source>
            <translation>Det här måste bort först</translation>
        </message>
        <message>
            <source>Stop the backup of each item and delete its data. What is soft-deleted goes by itself when its time is over; a lock is removed where it was set.</source>
            <translation>Stoppa säkerhetskopieringen av varje objekt och ta bort dess data. Det som är mjukt borttaget försvinner av sig självt när tiden är ute; ett lås tas bort där det sattes.</translation>
        </message>
        <message>
            <source>The vault %1 could not be deleted.</source>
            <translation>Valvet %1 kunde inte tas bort.</translation>
        </message>
        <message>
            <source>Looking at what keeps the vault…</source>
            <translation>Tar reda på vad som hindrar att valvet tas bort …</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
    </context>
    <context>
        <name>valv::views::DetailsPane</name>
        <message>
            <source>Close</source>
            <translation>Stäng</translation>
        </message>
    </context>
    <context>
        <name>valv::views::DiskList</name>
        <message>
            <source>Operating system</source>
            <translation>Operativsystem</translation>
        </message>
        <message>
            <source>Data, LUN %1</source>
            <translation>Data, LUN %1</translation>
        </message>
        <message>
            <source>The operating-system disk is always restored.</source>
            <translation>Operativsystemdisken återställs alltid.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::EnableForm</name>
        <message numerus="yes">
            <source>at most %n point(s)</source>
            <extracomment>a limit: "at most 61 points"</extracomment>
            <translation>
                <numerusform>högst %n punkt</numerusform>
                <numerusform>högst %n punkter</numerusform>
            </translation>
        </message>
        <message>
            <source>Otherwise it waits until %1.</source>
            <translation>Annars väntar den till %1.</translation>
        </message>
        <message>
            <source>Disks</source>
            <translation>Diskar</translation>
        </message>
        <message>
            <source>%1 · %2 in all</source>
            <translation>%1 · %2 totalt</translation>
        </message>
        <message>
            <source>First copy reads</source>
            <translation>Första kopian läser</translation>
        </message>
        <message>
            <source>Later copies store</source>
            <translation>Senare kopior lagrar</translation>
        </message>
        <message>
            <source>only what has changed</source>
            <translation>bara det som har ändrats</translation>
        </message>
        <message>
            <source>All disks can be read</source>
            <translation>Alla diskar går att läsa</translation>
        </message>
        <message>
            <source>The VM agent answers</source>
            <translation>VM-agenten svarar</translation>
        </message>
        <message>
            <source>The VM agent answers (%1)</source>
            <translation>VM-agenten svarar (%1)</translation>
        </message>
        <message>
            <source>The vault is made in the machine's region</source>
            <translation>Valvet skapas i datorns region</translation>
        </message>
        <message>
            <source>Same region as the vault</source>
            <translation>Samma region som valvet</translation>
        </message>
        <message>
            <source>Not protected in another vault</source>
            <translation>Inte skyddad i något annat valv</translation>
        </message>
        <message>
            <source>Enabling backup for %1…</source>
            <translation>Aktiverar säkerhetskopiering för %1 …</translation>
        </message>
        <message>
            <source>Already made: %1. It is used when you try again.</source>
            <translation>Redan skapat: %1. Det används när du försöker igen.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Enable backup</source>
            <translation>Aktivera säkerhetskopiering</translation>
        </message>
        <message>
            <source>The machine is not protected. Choose a vault and a policy – the first copy is made at the next scheduled run, or when you start it.</source>
            <translation>Datorn är inte skyddad. Välj ett valv och en princip – den första kopian tas vid nästa schemalagda körning eller när du själv startar den.</translation>
        </message>
        <message>
            <source>Recovery Services vault</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>Backup policy</source>
            <translation>Säkerhetskopieringsprincip</translation>
        </message>
        <message>
            <source>Start the first backup right away</source>
            <translation>Starta den första säkerhetskopieringen direkt</translation>
        </message>
        <message>
            <source>How long copies are kept</source>
            <translation>Så länge behålls kopiorna</translation>
        </message>
        <message>
            <source>Estimate</source>
            <translation>Uppskattning</translation>
        </message>
        <message>
            <source>Checks before enabling</source>
            <translation>Kontroll före aktivering</translation>
        </message>
        <message>
            <source>The policy is deployed to the vault and associated with %1.</source>
            <translation>Principen distribueras till valvet och knyts till %1.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Backup could not be enabled for %1.</source>
            <translation>Säkerhetskopiering kunde inte aktiveras för %1.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::EnableManyBlade</name>
        <message>
            <source>%1 – backup is being enabled</source>
            <translation>%1 – säkerhetskopiering aktiveras</translation>
        </message>
        <message>
            <source>%1 – backup is enabled</source>
            <translation>%1 – säkerhetskopiering är aktiverad</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>The virtual machine is not there.</source>
            <translation>Den virtuella datorn finns inte.</translation>
        </message>
        <message>
            <source>It is in another region (%1), which needs a vault of its own. Select it separately.</source>
            <translation>Den finns i en annan region (%1), som behöver ett eget valv. Markera den för sig.</translation>
        </message>
        <message numerus="yes">
            <source>Try again for %n machine(s)</source>
            <translation>
                <numerusform>Försök igen för %n dator</numerusform>
                <numerusform>Försök igen för %n datorer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Enable backup for %n machine(s)</source>
            <translation>
                <numerusform>Aktivera säkerhetskopiering för %n dator</numerusform>
                <numerusform>Aktivera säkerhetskopiering för %n datorer</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 done</source>
            <translation>%1 av %2 klara</translation>
        </message>
        <message>
            <source>Enable backup</source>
            <translation>Aktivera säkerhetskopiering</translation>
        </message>
        <message numerus="yes">
            <source>%n machine(s)</source>
            <translation>
                <numerusform>%n dator</numerusform>
                <numerusform>%n datorer</numerusform>
            </translation>
        </message>
        <message>
            <source>Recovery Services vault</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>Backup policy</source>
            <translation>Säkerhetskopieringsprincip</translation>
        </message>
        <message>
            <source>Virtual machines</source>
            <translation>Virtuella datorer</translation>
        </message>
        <message numerus="yes">
            <source>Enabling backup for %n machine(s)…</source>
            <translation>
                <numerusform>Aktiverar säkerhetskopiering för %n dator …</numerusform>
                <numerusform>Aktiverar säkerhetskopiering för %n datorer …</numerusform>
            </translation>
        </message>
        <message>
            <source>None of them can be protected here.</source>
            <translation>Ingen av dem kan skyddas här.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::EventList</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>och %n till</numerusform>
                <numerusform>och %n till</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::ExpiryList</name>
        <message>
            <source>Looking at what would expire…</source>
            <translation>Tar reda på vad som skulle gå ut …</translation>
        </message>
        <message>
            <source>It is not known how many points would expire.</source>
            <translation>Det är inte känt hur många punkter som skulle gå ut.</translation>
        </message>
        <message>
            <source>No recovery point expires by this.</source>
            <translation>Ingen återställningspunkt går ut på grund av detta.</translation>
        </message>
        <message numerus="yes">
            <source>%n recovery point(s) will be removed.</source>
            <translation>
                <numerusform>%n återställningspunkt tas bort.</numerusform>
                <numerusform>%n återställningspunkter tas bort.</numerusform>
            </translation>
        </message>
        <message>
            <source>They are older than the retention keeps them, and go at the next clean-up.</source>
            <translation>De är äldre än kvarhållningen och tas bort vid nästa rensning.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 av %2</translation>
        </message>
        <message>
            <source>%1 – %2; the oldest that stays is of %3</source>
            <translation>%1 – %2; den äldsta som blir kvar är från %3</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <translation>%1 – %2</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>och %n till</numerusform>
                <numerusform>och %n till</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::Field</name>
        <message>
            <source>Required</source>
            <translation>Obligatoriskt</translation>
        </message>
    </context>
    <context>
        <name>valv::views::FirstStartPage</name>
        <message>
            <source>Welcome to Valv</source>
            <translation>Välkommen till Valv</translation>
        </message>
        <message>
            <source>Backup of virtual machines</source>
            <translation>Säkerhetskopiering av virtuella datorer</translation>
        </message>
        <message>
            <source>Where are your virtual machines?</source>
            <translation>Var finns dina virtuella datorer?</translation>
        </message>
        <message>
            <source>Valv reads their disks and keeps recovery points of them in a vault. Nothing is changed in the virtual machines.</source>
            <translation>Valv läser deras diskar och sparar återställningspunkter i ett valv. Inget ändras i de virtuella datorerna.</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Fortsätt</translation>
        </message>
        <message>
            <source>Connect elsewhere</source>
            <translation>Anslut någon annanstans</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Checking what you have entered…</source>
            <translation>Kontrollerar det du har fyllt i …</translation>
        </message>
    </context>
    <context>
        <name>valv::views::FormSending</name>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>What you have entered is still here. Save to replace theirs, or read theirs and drop yours.</source>
            <translation>Det du har fyllt i finns kvar. Spara för att ersätta den andra ändringen, eller läs in den och ignorera din egen.</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Läs in igen</translation>
        </message>
    </context>
    <context>
        <name>valv::views::FormSummary</name>
        <message numerus="yes">
            <source>%n field(s) need to be corrected.</source>
            <translation>
                <numerusform>%n fält behöver rättas.</numerusform>
                <numerusform>%n fält behöver rättas.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (Alt+%2)</source>
            <extracomment>%1 a field's name, which may be a request; %2 a digit</extracomment>
            <translation>%1 (Alt+%2)</translation>
        </message>
        <message>
            <source>Goes to the field</source>
            <translation>Går till fältet</translation>
        </message>
    </context>
    <context>
        <name>valv::views::GoalStep</name>
        <message>
            <source>Where is your workload running?</source>
            <translation>Var körs arbetsbelastningen?</translation>
        </message>
        <message>
            <source>What do you want to back up?</source>
            <translation>Vad vill du säkerhetskopiera?</translation>
        </message>
        <message>
            <source>Azure</source>
            <translation>Azure</translation>
        </message>
        <message>
            <source>Virtual machines of your subscriptions.</source>
            <translation>Virtuella datorer i dina prenumerationer.</translation>
        </message>
        <message>
            <source>Valv's service on %1</source>
            <extracomment>%1: the name of another computer</extracomment>
            <translation>Valvs tjänst på %1</translation>
        </message>
        <message>
            <source>Virtual machines of that computer.</source>
            <translation>Virtuella datorer på den datorn.</translation>
        </message>
        <message>
            <source>Local engine</source>
            <extracomment>%1: the name of this computer</extracomment>
            <translation>Lokal motor</translation>
        </message>
        <message>
            <source>Local engine (%1)</source>
            <translation>Lokal motor (%1)</translation>
        </message>
        <message>
            <source>Virtual machines of this computer.</source>
            <translation>Virtuella datorer på den här datorn.</translation>
        </message>
        <message>
            <source>On-premises</source>
            <translation>Lokalt</translation>
        </message>
        <message>
            <source>Azure Stack</source>
            <translation>Azure Stack</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtuell dator</translation>
        </message>
        <message>
            <source>All its disks, as one consistent recovery point.</source>
            <translation>Alla dess diskar, som en konsekvent återställningspunkt.</translation>
        </message>
        <message>
            <source>Azure file share</source>
            <translation>Azure-filresurs</translation>
        </message>
        <message>
            <source>SQL Server in Azure VM</source>
            <translation>SQL Server på virtuell Azure-dator</translation>
        </message>
    </context>
    <context>
        <name>valv::views::IntegrityCard</name>
        <message>
            <source>Integrity</source>
            <translation>Integritet</translation>
        </message>
        <message>
            <source>All that is stored is read and checked once a week</source>
            <translation>Allt som lagras läses och kontrolleras en gång i veckan</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>Kontrollera nu</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Tillstånd</translation>
        </message>
        <message>
            <source>Last check</source>
            <translation>Senaste kontroll</translation>
        </message>
        <message>
            <source>%1 read</source>
            <extracomment>A size: how much a check has read</extracomment>
            <translation>%1 lästa</translation>
        </message>
        <message>
            <source>Everything read since</source>
            <translation>Allt läst sedan</translation>
        </message>
        <message>
            <source>Last repair</source>
            <translation>Senaste reparation</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s), from the second location</source>
            <translation>
                <numerusform>%n fil, från den andra platsen</numerusform>
                <numerusform>%n filer, från den andra platsen</numerusform>
            </translation>
        </message>
        <message>
            <source>Can't be restored whole</source>
            <translation>Kan inte återställas hel</translation>
        </message>
        <message>
            <source>the whole recovery point</source>
            <translation>hela återställningspunkten</translation>
        </message>
        <message>
            <source>%1 of the disk %2</source>
            <translation>%1 av disken %2</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>och %n till</numerusform>
                <numerusform>och %n till</numerusform>
            </translation>
        </message>
        <message>
            <source>It is being checked.</source>
            <translation>Kontrollen pågår.</translation>
        </message>
        <message>
            <source>The check could not be started.</source>
            <translation>Kontrollen kunde inte startas.</translation>
        </message>
        <message>
            <source>The vault could not be checked.</source>
            <translation>Valvet kunde inte kontrolleras.</translation>
        </message>
        <message numerus="yes">
            <source>%n damaged file(s) in the vault.</source>
            <translation>
                <numerusform>%n skadad fil i valvet.</numerusform>
                <numerusform>%n skadade filer i valvet.</numerusform>
            </translation>
        </message>
        <message>
            <source>No recovery point is hit.</source>
            <translation>Ingen återställningspunkt är drabbad.</translation>
        </message>
        <message>
            <source>What is hit stands below. Check the disk that holds the vault, and back these machines up again. A second location lets Valv repair damage by itself.</source>
            <translation>Det som är drabbat står nedan. Kontrollera disken som valvet ligger på och säkerhetskopiera de här datorerna igen. Med en andra plats kan Valv reparera skador på egen hand.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ItemBlade</name>
        <message>
            <source>%1 – is being asked for</source>
            <translation>%1 – begärs</translation>
        </message>
        <message>
            <source>%1 – the job has begun</source>
            <translation>%1 – jobbet har startat</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message numerus="yes">
            <source>Try again for %n item(s)</source>
            <translation>
                <numerusform>Försök igen för %n objekt</numerusform>
                <numerusform>Försök igen för %n objekt</numerusform>
            </translation>
        </message>
        <message>
            <source>It has been asked for.</source>
            <translation>Det har begärts.</translation>
        </message>
        <message>
            <source>None of the chosen items can take part.</source>
            <translation>Inget av de valda objekten kan vara med.</translation>
        </message>
        <message>
            <source>%1 of %2 done</source>
            <translation>%1 av %2 klara</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ItemCommands</name>
        <message>
            <source>Choose a single item for this.</source>
            <translation>Välj ett enda objekt för detta.</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Säkerhetskopiera nu</translation>
        </message>
        <message>
            <source>Restore VM</source>
            <translation>Återställ virtuell dator</translation>
        </message>
        <message>
            <source>Change policy</source>
            <translation>Ändra princip</translation>
        </message>
        <message>
            <source>Stop backup</source>
            <translation>Stoppa säkerhetskopiering</translation>
        </message>
        <message>
            <source>Resume backup</source>
            <translation>Återuppta säkerhetskopiering</translation>
        </message>
        <message>
            <source>Delete backup data</source>
            <translation>Ta bort säkerhetskopierade data</translation>
        </message>
        <message>
            <source>Undelete</source>
            <translation>Ångra borttagning</translation>
        </message>
        <message>
            <source>Choose a backup item first.</source>
            <translation>Välj ett säkerhetskopieringsobjekt först.</translation>
        </message>
        <message>
            <source>Choose a recovery point first: the page of the restore has the command.</source>
            <translation>Välj en återställningspunkt först: sidan för återställning har kommandot.</translation>
        </message>
        <message>
            <source>Choose a policy first: the panel has the command.</source>
            <translation>Välj en princip först: panelen har kommandot.</translation>
        </message>
        <message>
            <source>The overview is Valv's own.</source>
            <translation>Översikten är Valvs egen.</translation>
        </message>
        <message>
            <source>Unpin from the overview</source>
            <translation>Lossa från översikten</translation>
        </message>
        <message>
            <source>Pin to the overview</source>
            <translation>Fäst på översikten</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ItemFacts</name>
        <message>
            <source>Policy</source>
            <translation>Princip</translation>
        </message>
        <message>
            <source>Last backup status</source>
            <translation>Status för senaste kopia</translation>
        </message>
        <message>
            <source>Backup pre-check</source>
            <translation>Förkontroll</translation>
        </message>
        <message>
            <source>Next backup</source>
            <translation>Nästa körning</translation>
        </message>
        <message>
            <source>Disks</source>
            <translation>Diskar</translation>
        </message>
        <message>
            <source>(%1 used)</source>
            <translation>(%1 använt)</translation>
        </message>
        <message>
            <source>Last job</source>
            <translation>Senaste jobb</translation>
        </message>
        <message>
            <source>Recovery Services vault</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Oldest recovery point</source>
            <translation>Äldsta punkt</translation>
        </message>
        <message>
            <source>Latest recovery point</source>
            <translation>Senaste punkt</translation>
        </message>
        <message>
            <source>Last missed run</source>
            <translation>Senaste missade körning</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ItemListPage</name>
        <message>
            <source>backup-items.csv</source>
            <translation>sakerhetskopieringsobjekt.csv</translation>
        </message>
        <message numerus="yes">
            <source>Back up %n item(s) now</source>
            <translation>
                <numerusform>Säkerhetskopiera %n objekt nu</numerusform>
                <numerusform>Säkerhetskopiera %n objekt nu</numerusform>
            </translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>All vaults</source>
            <translation>Alla valv</translation>
        </message>
        <message>
            <source>%1 of %2 items</source>
            <extracomment>%1 shown, %2 in all</extracomment>
            <translation>%1 av %2 objekt</translation>
        </message>
        <message>
            <source>Filter by name, group or policy</source>
            <translation>Filtrera på namn, grupp eller princip</translation>
        </message>
        <message>
            <source>Status:</source>
            <translation>Status:</translation>
        </message>
        <message>
            <source>Policy:</source>
            <translation>Princip:</translation>
        </message>
        <message>
            <source>Vault:</source>
            <translation>Valv:</translation>
        </message>
        <message>
            <source>More commands</source>
            <translation>Fler kommandon</translation>
        </message>
        <message>
            <source>No backup items to show</source>
            <translation>Inga säkerhetskopieringsobjekt att visa</translation>
        </message>
        <message>
            <source>An item appears here when backup is enabled for a virtual machine.</source>
            <translation>Ett objekt visas här när säkerhetskopiering aktiveras för en virtuell dator.</translation>
        </message>
        <message>
            <source>Show the virtual machines</source>
            <translation>Visa de virtuella datorerna</translation>
        </message>
        <message>
            <source>Pre-check:</source>
            <translation>Förkontroll:</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ItemTypesPage</name>
        <message>
            <source>Azure virtual machine</source>
            <translation>Virtuell Azure-dator</translation>
        </message>
        <message>
            <source>Azure file share</source>
            <translation>Azure-filresurs</translation>
        </message>
        <message>
            <source>SQL Server in Azure VM</source>
            <translation>SQL Server på virtuell Azure-dator</translation>
        </message>
        <message>
            <source>Valv cannot back up this workload yet.</source>
            <translation>Valv kan inte säkerhetskopiera den här arbetsbelastningen än.</translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>All vaults</source>
            <translation>Alla valv</translation>
        </message>
        <message>
            <source>Recovery Services vaults</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>The backup items could not be read.</source>
            <translation>Säkerhetskopieringsobjekten kunde inte läsas.</translation>
        </message>
        <message>
            <source>How many is not known.</source>
            <translation>Hur många är inte känt.</translation>
        </message>
        <message>
            <source>An item appears here when backup is enabled for a virtual machine.</source>
            <translation>Ett objekt visas här när säkerhetskopiering aktiveras för en virtuell dator.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::JobDetails</name>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>job %1</source>
            <translation>jobb %1</translation>
        </message>
        <message>
            <source>Copy the error</source>
            <translation>Kopiera felet</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Öppna mappen</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Förlopp</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Hastighet</translation>
        </message>
        <message>
            <source>average %1 · highest %2</source>
            <translation>snitt %1 · topp %2</translation>
        </message>
        <message>
            <source>now</source>
            <translation>nu</translation>
        </message>
        <message>
            <source>Rate: %1</source>
            <translation>Hastighet: %1</translation>
        </message>
        <message>
            <source>Cancel job</source>
            <translation>Avbryt jobb</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Deluppgifter</translation>
        </message>
        <message>
            <source>The job is no longer there</source>
            <translation>Jobbet finns inte längre</translation>
        </message>
        <message>
            <source>It may have been removed with its vault. Choose another job in the list.</source>
            <translation>Det kan ha tagits bort tillsammans med sitt valv. Välj ett annat jobb i listan.</translation>
        </message>
        <message>
            <source>The job could not be read</source>
            <translation>Jobbet kunde inte läsas</translation>
        </message>
        <message>
            <source>Copy the errors</source>
            <translation>Kopiera felen</translation>
        </message>
        <message>
            <source>Choose a job first.</source>
            <translation>Välj ett jobb först.</translation>
        </message>
        <message>
            <source>Only a backup can be tried again with az.</source>
            <translation>Bara en säkerhetskopiering kan göras om med az.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::JobErrors</name>
        <message>
            <source>Recommended action</source>
            <translation>Rekommenderad åtgärd</translation>
        </message>
        <message>
            <source>Recommended action: %1</source>
            <translation>Rekommenderad åtgärd: %1</translation>
        </message>
    </context>
    <context>
        <name>valv::views::JobFacts</name>
        <message>
            <source>Read</source>
            <translation>Läst</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>Skrivet</translation>
        </message>
        <message>
            <source>New to the vault</source>
            <translation>Nytt för valvet</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>Lagrat</translation>
        </message>
        <message>
            <source>Deduplication</source>
            <extracomment>a ratio, "3.4 : 1"</extracomment>
            <translation>Deduplicering</translation>
        </message>
        <message>
            <source>%1 : 1</source>
            <translation>%1 : 1</translation>
        </message>
        <message>
            <source>Compression</source>
            <translation>Komprimering</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtuell dator</translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Princip</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Anledning</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Start and end</source>
            <translation>Start och slut</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Varaktighet</translation>
        </message>
        <message>
            <source>Of which waiting</source>
            <translation>Varav väntan</translation>
        </message>
        <message>
            <source>Consistency</source>
            <translation>Konsekvens</translation>
        </message>
        <message>
            <source>Missed runs</source>
            <extracomment>how many, and since when</extracomment>
            <translation>Missade körningar</translation>
        </message>
        <message>
            <source>%1, since %2</source>
            <translation>%1, sedan %2</translation>
        </message>
        <message>
            <source>Started by</source>
            <translation>Startat av</translation>
        </message>
        <message>
            <source>a person</source>
            <translation>en person</translation>
        </message>
        <message>
            <source>the schedule</source>
            <translation>schemat</translation>
        </message>
        <message>
            <source>Read from</source>
            <translation>Lästes från</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Mapp</translation>
        </message>
        <message>
            <source>Job ID</source>
            <translation>Jobb-ID</translation>
        </message>
        <message>
            <source>Activity ID</source>
            <translation>Aktivitets-ID</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 av %2</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 kvar</translation>
        </message>
    </context>
    <context>
        <name>valv::views::JobsPage</name>
        <message>
            <source>backup-jobs.csv</source>
            <translation>sakerhetskopieringsjobb.csv</translation>
        </message>
        <message>
            <source>All vaults</source>
            <translation>Alla valv</translation>
        </message>
        <message>
            <source>Backup jobs</source>
            <translation>Säkerhetskopieringsjobb</translation>
        </message>
        <message>
            <source>Choose a job first.</source>
            <translation>Välj ett jobb först.</translation>
        </message>
        <message>
            <source>Filter by item</source>
            <translation>Filtrera på objekt</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alla</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>Pågår</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Misslyckades</translation>
        </message>
        <message>
            <source>Operation:</source>
            <translation>Åtgärd:</translation>
        </message>
        <message>
            <source>Time:</source>
            <translation>Tid:</translation>
        </message>
        <message>
            <source>30 days</source>
            <translation>30 dagar</translation>
        </message>
        <message>
            <source>24 h</source>
            <translation>24 h</translation>
        </message>
        <message>
            <source>48 h</source>
            <translation>48 h</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 dagar</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Cancel job</source>
            <translation>Avbryt jobb</translation>
        </message>
        <message>
            <source>No jobs in the chosen period</source>
            <translation>Inga jobb under den valda perioden</translation>
        </message>
        <message>
            <source>A job appears here as soon as a backup or a restore starts.</source>
            <translation>Ett jobb visas här så snart en säkerhetskopiering eller återställning startar.</translation>
        </message>
        <message>
            <source>Show job</source>
            <translation>Visa jobb</translation>
        </message>
        <message>
            <source>Status:</source>
            <translation>Status:</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Slutfört</translation>
        </message>
        <message>
            <source>With warnings</source>
            <translation>Med varningar</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>Avbrutet</translation>
        </message>
        <message>
            <source>Status at a glance</source>
            <translation>Status i korthet</translation>
        </message>
    </context>
    <context>
        <name>valv::views::KeyReminder</name>
        <message>
            <source>Keep the recovery key of %1.</source>
            <translation>Spara återställningsnyckeln till %1.</translation>
        </message>
        <message>
            <source>The vault is new. Without its key nothing can be restored when this computer is lost.</source>
            <translation>Valvet är nytt. Utan dess nyckel kan ingenting återställas när den här datorn är borta.</translation>
        </message>
        <message>
            <source>Show the key</source>
            <translation>Visa nyckeln</translation>
        </message>
    </context>
    <context>
        <name>valv::views::KeyboardMapBlade</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Kortkommandon</translation>
        </message>
        <message>
            <source>Enter</source>
            <comment>key</comment>
            <translation>Retur</translation>
        </message>
        <message>
            <source>Shift</source>
            <comment>key</comment>
            <translation>Skift</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öppna</translation>
        </message>
        <message>
            <source>Space</source>
            <comment>key</comment>
            <translation>Blanksteg</translation>
        </message>
        <message>
            <source>Select; with Shift and arrows several</source>
            <translation>Markera, med Skift och pilarna flera</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Markera alla</translation>
        </message>
        <message>
            <source>Context menu</source>
            <translation>Snabbmeny</translation>
        </message>
        <message>
            <source>Filter the page</source>
            <translation>Filtrera sidan</translation>
        </message>
        <message>
            <source>Favorite in All services</source>
            <translation>Favorit i Alla tjänster</translation>
        </message>
        <message>
            <source>Move a favorite up in the menu; with ↓ down</source>
            <translation>Flytta en favorit uppåt i menyn, med ↓ nedåt</translation>
        </message>
        <message>
            <source>Primary button of a panel or form</source>
            <translation>Huvudknappen i ett blad eller formulär</translation>
        </message>
        <message>
            <source>First error of a form; 2 to 9 the next ones</source>
            <translation>Första felet i ett formulär, 2 till 9 de följande</translation>
        </message>
        <message>
            <source>Esc</source>
            <comment>key</comment>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Close the topmost panel</source>
            <translation>Stäng det översta bladet</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Kommandon</translation>
        </message>
        <message>
            <source>In lists, forms and panels</source>
            <translation>I listor, formulär och blad</translation>
        </message>
        <message>
            <source>Move in lists and menus</source>
            <translation>Flytta i listor och menyer</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ListPage</name>
        <message>
            <source>all</source>
            <comment>filter: no limit</comment>
            <translation>alla</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Uppdatera</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Kolumner</translation>
        </message>
        <message>
            <source>Export to CSV</source>
            <translation>Exportera till CSV</translation>
        </message>
        <message>
            <source>Export selected</source>
            <translation>Exportera markerade</translation>
        </message>
        <message>
            <source>Compact view</source>
            <translation>Tät vy</translation>
        </message>
    </context>
    <context>
        <name>valv::views::MachinesStep</name>
        <message>
            <source>new</source>
            <comment>a machine that was just found</comment>
            <translation>ny</translation>
        </message>
        <message>
            <source>3. Enable backup</source>
            <translation>3. Aktivera säkerhetskopiering</translation>
        </message>
        <message>
            <source>3. Select virtual machines</source>
            <translation>3. Välj virtuella datorer</translation>
        </message>
        <message>
            <source>all</source>
            <comment>filter: no limit</comment>
            <translation>alla</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Looking for virtual machines…</source>
            <translation>Söker efter virtuella datorer …</translation>
        </message>
        <message numerus="yes">
            <source>Looking for virtual machines… %n found</source>
            <translation>
                <numerusform>Söker efter virtuella datorer … %n hittad</numerusform>
                <numerusform>Söker efter virtuella datorer … %n hittade</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Discovery at %1 found %n new machine(s).</source>
            <translation>
                <numerusform>Identifieringen %1 hittade %n ny dator.</numerusform>
                <numerusform>Identifieringen %1 hittade %n nya datorer.</numerusform>
            </translation>
        </message>
        <message>
            <source>Discovery at %1 found no new machines.</source>
            <translation>Identifieringen %1 hittade inga nya datorer.</translation>
        </message>
        <message>
            <source>Validation: %1 of %2 done</source>
            <translation>Verifiering: %1 av %2 klara</translation>
        </message>
        <message numerus="yes">
            <source>%n valid</source>
            <translation>
                <numerusform>%n verifierad</numerusform>
                <numerusform>%n verifierade</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with warnings</source>
            <translation>
                <numerusform>%n med varning</numerusform>
                <numerusform>%n med varningar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not valid</source>
            <translation>
                <numerusform>%n ogiltig</numerusform>
                <numerusform>%n ogiltiga</numerusform>
            </translation>
        </message>
        <message>
            <source>Those that can be protected appear here as they are found.</source>
            <translation>De som kan skyddas visas här allteftersom de hittas.</translation>
        </message>
        <message>
            <source>No virtual machines were found</source>
            <translation>Inga virtuella datorer hittades</translation>
        </message>
        <message>
            <source>When there is one, search again.</source>
            <translation>Sök igen när det finns någon.</translation>
        </message>
        <message>
            <source>There is no virtual machine to protect here</source>
            <translation>Det finns ingen virtuell dator att skydda här</translation>
        </message>
        <message>
            <source>All in %1 are protected already, or can't be. Those elsewhere need a vault there.</source>
            <translation>Alla i %1 skyddas redan eller går inte att skydda. De som finns på annat håll behöver ett valv där.</translation>
        </message>
        <message>
            <source>Search again</source>
            <translation>Sök igen</translation>
        </message>
        <message>
            <source>Why is a virtual machine missing?</source>
            <translation>Varför saknas en virtuell dator?</translation>
        </message>
        <message>
            <source>Filter by name</source>
            <translation>Filtrera på namn</translation>
        </message>
        <message>
            <source>Resource group:</source>
            <translation>Resursgrupp:</translation>
        </message>
        <message>
            <source>Show those that can't be chosen too</source>
            <translation>Visa även ej valbara</translation>
        </message>
        <message>
            <source>Virtual machines</source>
            <translation>Virtuella datorer</translation>
        </message>
        <message>
            <source>It is not known which virtual machines there are</source>
            <translation>Det är inte känt vilka virtuella datorer som finns</translation>
        </message>
        <message>
            <source>The search for them failed.</source>
            <translation>Sökningen efter dem misslyckades.</translation>
        </message>
        <message>
            <source>It is not known which virtual machines are protected already</source>
            <translation>Det är inte känt vilka virtuella datorer som redan skyddas</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>The backup items could not be read.</source>
            <translation>Säkerhetskopieringsobjekten kunde inte läsas.</translation>
        </message>
        <message>
            <source>The search for virtual machines failed.</source>
            <translation>Sökningen efter virtuella datorer misslyckades.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::MailCard</name>
        <message>
            <source>E-mail</source>
            <translation>E-post</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ändra</translation>
        </message>
        <message>
            <source>Change the mail server</source>
            <translation>Ändra e-postservern</translation>
        </message>
        <message>
            <source>The engine has not told its mail server yet.</source>
            <translation>Motorn har inte talat om sin e-postserver ännu.</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Avsändare</translation>
        </message>
        <message>
            <source>Owners</source>
            <translation>Ägare</translation>
        </message>
        <message>
            <source>Alerts are mailed through this server.</source>
            <translation>Aviseringar skickas med e-post genom den här servern.</translation>
        </message>
        <message>
            <source>No mail server yet: alerts are not mailed.</source>
            <translation>Ingen e-postserver ännu: aviseringar skickas inte med e-post.</translation>
        </message>
        <message>
            <source>Asking the engine …</source>
            <translation>Frågar motorn …</translation>
        </message>
        <message>
            <source>The mail server could not be read.</source>
            <translation>E-postservern kunde inte läsas.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
    </context>
    <context>
        <name>valv::views::MailServerBlade</name>
        <message>
            <source>Saving…</source>
            <translation>Sparar …</translation>
        </message>
        <message>
            <source>The mail server could not be saved.</source>
            <translation>E-postservern kunde inte sparas.</translation>
        </message>
        <message>
            <source>Mail server</source>
            <translation>E-postserver</translation>
        </message>
        <message>
            <source>The engine hands its mails about alerts to this server. What each vault mails is chosen under its alerts.</source>
            <translation>Motorn lämnar sina meddelanden om aviseringar till den här servern. Vad varje valv skickar väljs under valvets aviseringar.</translation>
        </message>
        <message>
            <source>&amp;Server</source>
            <translation>&amp;Server</translation>
        </message>
        <message>
            <source>&amp;Port</source>
            <translation>&amp;Port</translation>
        </message>
        <message>
            <source>&amp;Encryption</source>
            <translation>&amp;Kryptering</translation>
        </message>
        <message>
            <source>STARTTLS, usually port 587</source>
            <translation>STARTTLS, vanligen port 587</translation>
        </message>
        <message>
            <source>TLS from the start, usually port 465</source>
            <translation>TLS från början, vanligen port 465</translation>
        </message>
        <message>
            <source>None, usually port 25</source>
            <translation>Ingen, vanligen port 25</translation>
        </message>
        <message>
            <source>&amp;User name</source>
            <translation>&amp;Användarnamn</translation>
        </message>
        <message>
            <source>Leave it empty if the server asks for none.</source>
            <translation>Lämna tomt om servern inte kräver något.</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>&amp;Lösenord</translation>
        </message>
        <message>
            <source>Leave it empty to keep the one that is saved.</source>
            <translation>Lämna tomt för att behålla det som är sparat.</translation>
        </message>
        <message>
            <source>Sender's &amp;address</source>
            <translation>A&amp;vsändarens adress</translation>
        </message>
        <message>
            <source>&amp;Owners' addresses</source>
            <translation>Ä&amp;garnas adresser</translation>
        </message>
        <message>
            <source>Are mailed when backup data is deleted, whatever the vaults say. At most %1, separated by semicolons.</source>
            <translation>Får meddelande när säkerhetskopierade data tas bort, vad valven än säger. Högst %1, avgränsade med semikolon.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <source>Remove the mail server</source>
            <translation>Ta bort e-postservern</translation>
        </message>
        <message>
            <source>Removing…</source>
            <translation>Tar bort …</translation>
        </message>
        <message>
            <source>The mail server could not be removed.</source>
            <translation>E-postservern kunde inte tas bort.</translation>
        </message>
        <message>
            <source>Remove the mail server?</source>
            <translation>Ta bort e-postservern?</translation>
        </message>
        <message>
            <source>Alerts are no longer mailed, those of deleted backup data neither. The saved password is forgotten and can't be brought back.</source>
            <translation>Aviseringar skickas inte längre med e-post, inte heller de om borttagna säkerhetskopierade data. Det sparade lösenordet glöms och kan inte fås tillbaka.</translation>
        </message>
        <message>
            <source>Alerts are no longer mailed, those of deleted backup data neither.</source>
            <translation>Aviseringar skickas inte längre med e-post, inte heller de om borttagna säkerhetskopierade data.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::MainWindow</name>
        <message>
            <source>Home</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>%1 – Valv</source>
            <extracomment>window title: %1 is the page</extracomment>
            <translation>%1 – Valv</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Bekräfta</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>Ignorera ändringar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Meddelanden</translation>
        </message>
        <message numerus="yes">
            <source>Notifications, %n unread</source>
            <translation>
                <numerusform>Meddelanden, %n oläst</numerusform>
                <numerusform>Meddelanden, %n olästa</numerusform>
            </translation>
        </message>
        <message>
            <source>Switch to light theme</source>
            <translation>Byt till ljust tema</translation>
        </message>
        <message>
            <source>Switch to dark theme</source>
            <translation>Byt till mörkt tema</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Språk</translation>
        </message>
        <message>
            <source>There is no earlier page.</source>
            <translation>Det finns ingen tidigare sida.</translation>
        </message>
        <message>
            <source>There is no later page.</source>
            <translation>Det finns ingen senare sida.</translation>
        </message>
        <message>
            <source>This page has no filter.</source>
            <translation>Den här sidan har inget filter.</translation>
        </message>
        <message>
            <source>All services</source>
            <translation>Alla tjänster</translation>
        </message>
        <message>
            <source>The link has been copied</source>
            <translation>Länken har kopierats</translation>
        </message>
    </context>
    <context>
        <name>valv::views::MessageBar</name>
        <message>
            <source>Dismiss</source>
            <translation>Stäng meddelandet</translation>
        </message>
    </context>
    <context>
        <name>valv::views::MissingMachinesBlade</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n till</numerusform>
                <numerusform>%n till</numerusform>
            </translation>
        </message>
        <message>
            <source>Why is a virtual machine missing?</source>
            <translation>Varför saknas en virtuell dator?</translation>
        </message>
        <message>
            <source>Use or create a vault in that region.</source>
            <translation>Använd eller skapa ett valv i den regionen.</translation>
        </message>
        <message>
            <source>One vault at a time protects a machine. To move it, stop its backup there and delete the data.</source>
            <translation>En dator skyddas av ett valv i taget. Vill du flytta den stoppar du säkerhetskopieringen där och tar bort data.</translation>
        </message>
        <message>
            <source>Resume its backup in that vault, or delete the data there first.</source>
            <translation>Återuppta säkerhetskopieringen i det valvet, eller ta först bort data där.</translation>
        </message>
        <message>
            <source>Undo the deletion in that vault, or wait until the data is gone for good.</source>
            <translation>Ångra borttagningen i det valvet, eller vänta tills data är borta för gott.</translation>
        </message>
        <message>
            <source>Wait until all vaults have been read, or refresh.</source>
            <translation>Vänta tills alla valv har lästs, eller uppdatera.</translation>
        </message>
        <message>
            <source>There is nothing to back up.</source>
            <translation>Det finns inget att säkerhetskopiera.</translation>
        </message>
        <message>
            <source>A vault that you can't see may protect it, or the server does not support it.</source>
            <translation>Den kan skyddas av ett valv som du inte ser, eller så stöder servern den inte.</translation>
        </message>
        <message>
            <source>No machine is missing: every one that was found can be chosen.</source>
            <translation>Ingen dator saknas: alla som hittades går att välja.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::MonthDaysEditor</name>
        <message>
            <source>Week based</source>
            <translation>Veckobaserad</translation>
        </message>
        <message>
            <source>Day based</source>
            <translation>Dagbaserad</translation>
        </message>
        <message>
            <source>Which days of the month</source>
            <translation>Vilka dagar i månaden</translation>
        </message>
        <message>
            <source>Last day of the month</source>
            <translation>Sista dagen i månaden</translation>
        </message>
        <message>
            <source>Weeks of the month</source>
            <translation>Veckor i månaden</translation>
        </message>
        <message>
            <source>Days of the week</source>
            <translation>Veckodagar</translation>
        </message>
        <message>
            <source>Days of the month</source>
            <translation>Dagar i månaden</translation>
        </message>
    </context>
    <context>
        <name>valv::views::MultiChoice</name>
        <message>
            <source>None chosen</source>
            <extracomment>Between the names of what is chosen in a drop-down: "First, Third".</extracomment>
            <translation>Inget valt</translation>
        </message>
        <message>
            <source>, </source>
            <comment>list separator</comment>
            <translation>, </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>valv::views::Navigation</name>
        <message>
            <source>All services</source>
            <translation>Alla tjänster</translation>
        </message>
        <message>
            <source>Favorites</source>
            <translation>Favoriter</translation>
        </message>
        <message>
            <source>Navigation</source>
            <translation>Navigering</translation>
        </message>
        <message>
            <source>Expand menu</source>
            <translation>Expandera menyn</translation>
        </message>
        <message>
            <source>Collapse menu</source>
            <translation>Minimera menyn</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Flytta upp</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Flytta ned</translation>
        </message>
        <message>
            <source>Remove from favorites</source>
            <translation>Ta bort från favoriter</translation>
        </message>
        <message>
            <source>It already stands first.</source>
            <translation>Den står redan först.</translation>
        </message>
        <message>
            <source>It already stands last.</source>
            <translation>Den står redan sist.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::NextRuns</name>
        <message>
            <source>%1 %2</source>
            <comment>weekday, date and time</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 your time</source>
            <translation>%1 din tid</translation>
        </message>
    </context>
    <context>
        <name>valv::views::NotFoundPage</name>
        <message>
            <source>Page not found</source>
            <translation>Sidan finns inte</translation>
        </message>
        <message>
            <source>All services</source>
            <translation>Alla tjänster</translation>
        </message>
        <message>
            <source>There is no such page here.</source>
            <translation>Den sidan finns inte här.</translation>
        </message>
        <message>
            <source>It may belong to another connection, or to a newer version of Valv.</source>
            <translation>Den kan höra till en annan anslutning eller till en nyare version av Valv.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::NotificationPanel</name>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Open job</source>
            <translation>Öppna jobb</translation>
        </message>
        <message>
            <source>Open %1</source>
            <extracomment>%1 is a name</extracomment>
            <translation>Öppna %1</translation>
        </message>
        <message>
            <source>now</source>
            <comment>notification</comment>
            <translation>nu</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>Pågår</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Meddelanden</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Visa</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alla</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Fel</translation>
        </message>
        <message>
            <source>Mark all as read</source>
            <translation>Markera alla som lästa</translation>
        </message>
        <message>
            <source>Dismiss all</source>
            <translation>Stäng alla</translation>
        </message>
        <message>
            <source>Show all jobs</source>
            <translation>Visa alla jobb</translation>
        </message>
        <message>
            <source>Esc</source>
            <comment>key</comment>
            <translation>Esc</translation>
        </message>
        <message>
            <source>No new notifications</source>
            <translation>Inga nya meddelanden</translation>
        </message>
        <message>
            <source>What you start, and how it ends, is told here.</source>
            <translation>Här står det du startar och hur det går.</translation>
        </message>
        <message>
            <source>No notification matches “%1”.</source>
            <translation>Inget meddelande matchar ”%1”.</translation>
        </message>
        <message>
            <source>They are searched by title and text.</source>
            <translation>De söks på rubrik och text.</translation>
        </message>
        <message numerus="yes">
            <source>%n notification(s)</source>
            <translation>
                <numerusform>%n meddelande</numerusform>
                <numerusform>%n meddelanden</numerusform>
            </translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Avvisa</translation>
        </message>
        <message>
            <source>Search notifications</source>
            <translation>Sök bland meddelanden</translation>
        </message>
        <message>
            <source>closes</source>
            <comment>what a key does</comment>
            <translation>stänger</translation>
        </message>
    </context>
    <context>
        <name>valv::views::NotificationsBlade</name>
        <message>
            <source>Last sent</source>
            <translation>Senast skickat</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Aldrig</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Väntar</translation>
        </message>
        <message>
            <source>Last failure</source>
            <translation>Senaste fel</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>Orsak</translation>
        </message>
        <message>
            <source>The server said</source>
            <translation>Servern svarade</translation>
        </message>
        <message>
            <source>The engine knows no mail server yet.</source>
            <translation>Motorn känner inte till någon e-postserver ännu.</translation>
        </message>
        <message>
            <source>Save the changes first.</source>
            <translation>Spara ändringarna först.</translation>
        </message>
        <message>
            <source>There are no recipients yet.</source>
            <translation>Det finns inga mottagare ännu.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Sparar …</translation>
        </message>
        <message>
            <source>Somebody else has changed the vault meanwhile.</source>
            <translation>Någon annan har ändrat valvet under tiden.</translation>
        </message>
        <message>
            <source>Configure notifications</source>
            <translation>Konfigurera meddelanden</translation>
        </message>
        <message>
            <source>No mail server yet.</source>
            <translation>Ingen e-postserver ännu.</translation>
        </message>
        <message>
            <source>Nothing is sent before the engine knows one.</source>
            <translation>Inget skickas förrän motorn känner till en.</translation>
        </message>
        <message>
            <source>Open the settings</source>
            <translation>Öppna inställningarna</translation>
        </message>
        <message>
            <source>Mail the alerts of this vault</source>
            <translation>Skicka valvets aviseringar med e-post</translation>
        </message>
        <message>
            <source>&amp;Recipients</source>
            <translation>&amp;Mottagare</translation>
        </message>
        <message>
            <source>At most %1 addresses, separated by semicolons.</source>
            <translation>Högst %1 adresser, avgränsade med semikolon.</translation>
        </message>
        <message>
            <source>When</source>
            <translation>När</translation>
        </message>
        <message>
            <source>Each alert</source>
            <translation>Varje avisering</translation>
        </message>
        <message>
            <source>Once an hour</source>
            <translation>En gång i timmen</translation>
        </message>
        <message>
            <source>Once an hour leaves out what was resolved within it. When backup data is deleted, a mail always goes at once.</source>
            <translation>En gång i timmen utelämnar det som har lösts inom timmen. När säkerhetskopierade data tas bort skickas alltid ett meddelande genast.</translation>
        </message>
        <message>
            <source>Severities</source>
            <translation>Allvarlighetsgrader</translation>
        </message>
        <message>
            <source>&amp;Language of the mails</source>
            <translation>Meddelandenas &amp;språk</translation>
        </message>
        <message>
            <source>How the sending goes</source>
            <translation>Hur utskicken går</translation>
        </message>
        <message>
            <source>Send a test message</source>
            <translation>Skicka ett provmeddelande</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>The notifications could not be read.</source>
            <translation>Meddelandena kunde inte läsas.</translation>
        </message>
        <message>
            <source>The notifications could not be saved.</source>
            <translation>Meddelandena kunde inte sparas.</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Skickar …</translation>
        </message>
        <message>
            <source>The message could not be sent.</source>
            <translation>Meddelandet kunde inte skickas.</translation>
        </message>
        <message>
            <source>It is not known yet how the sending goes.</source>
            <translation>Det är ännu inte känt hur utskicken går.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::OverviewAlertsCard</name>
        <message>
            <source>Alerts</source>
            <translation>Aviseringar</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Visa alla</translation>
        </message>
        <message>
            <source>Show all alerts</source>
            <translation>Visa alla aviseringar</translation>
        </message>
        <message>
            <source>The alerts could not be read.</source>
            <translation>Aviseringarna kunde inte läsas.</translation>
        </message>
        <message>
            <source>Reading the alerts …</source>
            <translation>Läser aviseringarna …</translation>
        </message>
        <message>
            <source>Nothing needs attention.</source>
            <translation>Inget kräver åtgärd.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::OverviewPage</name>
        <message>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <source>All vaults and regions</source>
            <translation>Alla valv och regioner</translation>
        </message>
        <message>
            <source>Not everything could be read; the numbers may be old.</source>
            <translation>Allt kunde inte läsas, så siffrorna kan vara gamla.</translation>
        </message>
        <message>
            <source>of %1, %2</source>
            <translation>av %1, %2</translation>
        </message>
        <message>
            <source>Enable backup</source>
            <translation>Aktivera säkerhetskopiering</translation>
        </message>
        <message>
            <source>Reading the list of machines …</source>
            <translation>Läser listan över datorer …</translation>
        </message>
        <message>
            <source>There are no virtual machines here.</source>
            <translation>Det finns inga virtuella datorer här.</translation>
        </message>
        <message>
            <source>Every virtual machine is protected.</source>
            <translation>Alla virtuella datorer är skyddade.</translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>Visa alla %1</translation>
        </message>
        <message>
            <source>Ready, first backup %1</source>
            <translation>Redo, första säkerhetskopieringen %1</translation>
        </message>
        <message>
            <source>Ready, no run is planned</source>
            <translation>Redo, ingen körning är planerad</translation>
        </message>
        <message>
            <source>Data in these machines</source>
            <translation>Data i de här datorerna</translation>
        </message>
        <message>
            <source>The next run is %1.</source>
            <translation>Nästa körning är %1.</translation>
        </message>
        <message>
            <source>Runs of the next 24 hours</source>
            <translation>Körningar de närmaste 24 timmarna</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Uppdatera</translation>
        </message>
        <message>
            <source>Not protected</source>
            <translation>Inte skyddade</translation>
        </message>
        <message>
            <source>Protected</source>
            <translation>Skyddade</translation>
        </message>
        <message>
            <source>Failed jobs</source>
            <translation>Misslyckade jobb</translation>
        </message>
        <message>
            <source>last 24 hours</source>
            <translation>senaste dygnet</translation>
        </message>
        <message>
            <source>Jobs in progress</source>
            <translation>Pågående jobb</translation>
        </message>
        <message>
            <source>now</source>
            <translation>nu</translation>
        </message>
        <message>
            <source>Waiting for the first backup</source>
            <translation>Väntar på första säkerhetskopieringen</translation>
        </message>
        <message>
            <source>Next runs</source>
            <translation>Nästa körningar</translation>
        </message>
        <message>
            <source>No policy runs during the next 24 hours.</source>
            <translation>Ingen princip körs under de närmaste 24 timmarna.</translation>
        </message>
        <message>
            <source>Backup items by state</source>
            <translation>Säkerhetskopieringsobjekt efter status</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Jobb</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Slutförda</translation>
        </message>
        <message>
            <source>With warnings</source>
            <translation>Med varningar</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Misslyckade</translation>
        </message>
        <message numerus="yes">
            <source>%n are not known</source>
            <translation>
                <numerusform>%n är okänd</numerusform>
                <numerusform>%n är okända</numerusform>
            </translation>
        </message>
        <message>
            <source>A rule belongs to a vault; there is none yet.</source>
            <translation>En regel hör till ett valv, men det finns inget än.</translation>
        </message>
        <message>
            <source>Protect a selection</source>
            <translation>Skydda ett urval</translation>
        </message>
        <message>
            <source>Protect by a rule</source>
            <translation>Skydda med en regel</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>The virtual machines could not be read.</source>
            <translation>De virtuella datorerna kunde inte läsas.</translation>
        </message>
        <message numerus="yes">
            <source>It is not known whether %n virtual machine(s) are protected.</source>
            <translation>
                <numerusform>Det är inte känt om %n virtuell dator är skyddad.</numerusform>
                <numerusform>Det är inte känt om %n virtuella datorer är skyddade.</numerusform>
            </translation>
        </message>
        <message>
            <source>Reading the backup items …</source>
            <translation>Läser säkerhetskopieringsobjekten …</translation>
        </message>
        <message>
            <source>The backup items could not be read.</source>
            <translation>Säkerhetskopieringsobjekten kunde inte läsas.</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>%1 what a machine lacks, and there are %n more</extracomment>
            <translation>
                <numerusform>%1 och %n till</numerusform>
                <numerusform>%1 och %n till</numerusform>
            </translation>
        </message>
        <message>
            <source>Cannot be protected now</source>
            <translation>Kan inte skyddas nu</translation>
        </message>
        <message>
            <source>The first backup is being made</source>
            <translation>Den första säkerhetskopian görs</translation>
        </message>
        <message>
            <source>The first backup is planned for %1.</source>
            <translation>Den första kopian är planerad till %1.</translation>
        </message>
        <message>
            <source>No run is planned.</source>
            <translation>Ingen körning är planerad.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::OverviewPinnedCard</name>
        <message>
            <source>latest point %1</source>
            <translation>senaste punkten %1</translation>
        </message>
        <message>
            <source>no point yet</source>
            <translation>ingen punkt ännu</translation>
        </message>
        <message>
            <source>Pinned</source>
            <translation>Fästa</translation>
        </message>
    </context>
    <context>
        <name>valv::views::OverviewStorageCard</name>
        <message>
            <source>All vaults</source>
            <translation>Alla valv</translation>
        </message>
        <message>
            <source>Backup storage</source>
            <translation>Lagring för säkerhetskopior</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Visa alla</translation>
        </message>
        <message>
            <source>Show all vaults</source>
            <translation>Visa alla valv</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n vault(s)</source>
            <extracomment>%1 of the vaults have been read</extracomment>
            <translation>
                <numerusform>%1 av %n valv</numerusform>
                <numerusform>%1 av %n valv</numerusform>
            </translation>
        </message>
        <message>
            <source>Reading the storage …</source>
            <translation>Läser in lagringen …</translation>
        </message>
        <message>
            <source>The storage could not be read.</source>
            <translation>Lagringen kunde inte läsas in.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PointBlade</name>
        <message>
            <source>The recovery point is gone.</source>
            <translation>Återställningspunkten finns inte längre.</translation>
        </message>
        <message>
            <source>Nothing has been changed.</source>
            <translation>Ingenting har ändrats.</translation>
        </message>
        <message>
            <source>Recovery point</source>
            <translation>Återställningspunkt</translation>
        </message>
        <message>
            <source>It has expired or was deleted by someone else.</source>
            <translation>Den har gått ut eller tagits bort av någon annan.</translation>
        </message>
        <message>
            <source>Time</source>
            <comment>moment</comment>
            <translation>Tid</translation>
        </message>
        <message>
            <source>Consistency</source>
            <translation>Konsekvens</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Varför</translation>
        </message>
        <message>
            <source>Kept until</source>
            <translation>Behålls till</translation>
        </message>
        <message>
            <source>You delete it</source>
            <comment>a recovery point is kept until …</comment>
            <translation>Du tar bort den</translation>
        </message>
        <message>
            <source>Kept by</source>
            <translation>Regel</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Storlek</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>Lagrat</translation>
        </message>
        <message>
            <source>Backup is stopped: the point is kept until you delete it.</source>
            <translation>Säkerhetskopieringen är stoppad: punkten behålls tills du tar bort den.</translation>
        </message>
        <message>
            <source>How long it is kept</source>
            <translation>Hur länge den behålls</translation>
        </message>
        <message>
            <source>As the policy says</source>
            <translation>Enligt principen</translation>
        </message>
        <message>
            <source>It expires when no rule keeps it any longer.</source>
            <translation>Den går ut när ingen regel behåller den längre.</translation>
        </message>
        <message>
            <source>Until a date of its own</source>
            <translation>Till ett eget datum</translation>
        </message>
        <message>
            <source>The policy has no say any more.</source>
            <translation>Principen styr den inte längre.</translation>
        </message>
        <message>
            <source>&amp;Keep the recovery point through</source>
            <translation>&amp;Behåll återställningspunkten till och med</translation>
        </message>
        <message>
            <source>Pinned</source>
            <translation>Fäst</translation>
        </message>
        <message>
            <source>It never expires while it is pinned.</source>
            <translation>Den går aldrig ut så länge den är fäst.</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>Spärrad</translation>
        </message>
        <message>
            <source>It is kept by an order: nobody can delete it until the hold is lifted.</source>
            <translation>Den ska bevaras: ingen kan ta bort den förrän spärren hävs.</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>&amp;Anledning</translation>
        </message>
        <message>
            <source>Why it is pinned or on hold, for whoever comes after you.</source>
            <translation>Varför den är fäst eller spärrad, för den som kommer efter dig.</translation>
        </message>
        <message>
            <source>Delete this recovery point</source>
            <translation>Ta bort den här återställningspunkten</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Sparar …</translation>
        </message>
        <message>
            <source>The recovery point could not be changed.</source>
            <translation>Återställningspunkten kunde inte ändras.</translation>
        </message>
        <message>
            <source>Somebody else has changed the recovery point meanwhile.</source>
            <translation>Någon annan har ändrat återställningspunkten under tiden.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PointChanges</name>
        <message>
            <source>pinned</source>
            <translation>fäst</translation>
        </message>
        <message>
            <source>not pinned any more</source>
            <translation>inte längre fäst</translation>
        </message>
        <message>
            <source>on hold</source>
            <translation>spärrad</translation>
        </message>
        <message>
            <source>not on hold any more</source>
            <translation>inte längre spärrad</translation>
        </message>
        <message>
            <source>kept until %1</source>
            <translation>behålls till %1</translation>
        </message>
        <message>
            <source>kept as the policy says</source>
            <translation>behålls som principen säger</translation>
        </message>
        <message>
            <source>without a reason</source>
            <translation>utan orsak</translation>
        </message>
        <message>
            <source>for the reason “%1”</source>
            <translation>av orsaken ”%1”</translation>
        </message>
        <message>
            <source>It is now: %1.</source>
            <extracomment>%1 is a list: "pinned, kept until 31 Jan 2020"</extracomment>
            <translation>Den är nu: %1.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicyBlade</name>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>%1 for each machine once the policy has run long enough.</source>
            <translation>%1 per dator när principen har körts tillräckligt länge.</translation>
        </message>
        <message>
            <source>Edit policy</source>
            <translation>Redigera princip</translation>
        </message>
        <message>
            <source>Create policy</source>
            <translation>Skapa princip</translation>
        </message>
        <message>
            <source>New vault</source>
            <translation>Nytt valv</translation>
        </message>
        <message numerus="yes">
            <source>%n other virtual machine(s) use the policy and are affected.</source>
            <translation>
                <numerusform>%n annan virtuell dator använder principen och påverkas.</numerusform>
                <numerusform>%n andra virtuella datorer använder principen och påverkas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>Kvarhållning</translation>
        </message>
        <message>
            <source>What this policy keeps</source>
            <translation>Det här behåller principen</translation>
        </message>
        <message>
            <source>Next runs, and until when their points are kept</source>
            <translation>Nästa körningar, och hur länge deras punkter sparas</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicyChooser</name>
        <message>
            <source>saved when backup is enabled</source>
            <translation>sparas när säkerhetskopieringen aktiveras</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Choose a policy</source>
            <translation>Välj en princip</translation>
        </message>
        <message>
            <source>Choose &amp;policy</source>
            <translation>Välj &amp;princip</translation>
        </message>
        <message>
            <source>Edit the policy</source>
            <translation>Redigera principen</translation>
        </message>
        <message>
            <source>Create a new policy</source>
            <translation>Skapa ny princip</translation>
        </message>
        <message>
            <source>About the policy</source>
            <translation>Information om principen</translation>
        </message>
        <message>
            <source>Another vault has other policies: DefaultPolicy is chosen.</source>
            <translation>Ett annat valv har andra principer: DefaultPolicy är vald.</translation>
        </message>
        <message>
            <source>The policies are being read.</source>
            <translation>Principerna läses in.</translation>
        </message>
        <message>
            <source>The policies could not be read.</source>
            <translation>Principerna kunde inte läsas in.</translation>
        </message>
        <message>
            <source>The policies could not be read</source>
            <translation>Principerna kunde inte läsas in</translation>
        </message>
        <message>
            <source>The policy %1 is gone. Choose another one.</source>
            <translation>Principen %1 finns inte längre. Välj en annan.</translation>
        </message>
        <message>
            <source>Create new…</source>
            <translation>Skapa ny…</translation>
        </message>
        <message>
            <source>Choose a policy first.</source>
            <translation>Välj en princip först.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicyForm</name>
        <message>
            <source>&amp;First backup</source>
            <translation>&amp;Första kopian</translation>
        </message>
        <message>
            <source>&amp;Time</source>
            <translation>&amp;Tid</translation>
        </message>
        <message>
            <source>With a weekly schedule, choose days by week.</source>
            <translation>Med veckoschema väljs dagarna per vecka.</translation>
        </message>
        <message>
            <source>The time follows daylight saving: the clock on the wall counts.</source>
            <translation>Tiden följer sommartiden: det är klockan på väggen som gäller.</translation>
        </message>
        <message>
            <source>The time is not adjusted for daylight saving time.</source>
            <translation>Tiden justeras inte för sommartid.</translation>
        </message>
        <message>
            <source>With a weekly schedule snapshots are always kept for 5 days.</source>
            <translation>Med veckoschema behålls ögonblicksbilder alltid i 5 dagar.</translation>
        </message>
        <message>
            <source>was %1</source>
            <translation>var %1</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>Månader</translation>
        </message>
        <message>
            <source>Policy &amp;name</source>
            <translation>Princip&amp;namn</translation>
        </message>
        <message>
            <source>A policy keeps its name.</source>
            <translation>En princip behåller sitt namn.</translation>
        </message>
        <message>
            <source>3–150 characters; letters, digits and hyphens; starts with a letter, does not end with a hyphen.</source>
            <translation>3–150 tecken; bokstäver, siffror och bindestreck; börjar med en bokstav, slutar inte med bindestreck.</translation>
        </message>
        <message>
            <source>Fre&amp;quency</source>
            <translation>&amp;Frekvens</translation>
        </message>
        <message>
            <source>Daily</source>
            <translation>Dagligen</translation>
        </message>
        <message>
            <source>Weekly</source>
            <translation>Veckovis</translation>
        </message>
        <message>
            <source>Several times a day</source>
            <translation>Flera gånger om dagen</translation>
        </message>
        <message>
            <source>Time &amp;zone</source>
            <translation>Tids&amp;zon</translation>
        </message>
        <message>
            <source>&amp;Hours between</source>
            <translation>&amp;Intervall</translation>
        </message>
        <message>
            <source>For</source>
            <translation>I</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Dagar</translation>
        </message>
        <message>
            <source>Keep snapshots for instant restore</source>
            <translation>Behåll ögonblicksbilder för omedelbar återställning</translation>
        </message>
        <message>
            <source>Keep snapshots for instant restore, days</source>
            <translation>Behåll ögonblicksbilder för omedelbar återställning, dagar</translation>
        </message>
        <message>
            <source>days</source>
            <translation>dagar</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>Månadsvis</translation>
        </message>
        <message>
            <source>Yearly</source>
            <translation>Årsvis</translation>
        </message>
        <message>
            <source>weeks</source>
            <translation>veckor</translation>
        </message>
        <message>
            <source>months</source>
            <translation>månader</translation>
        </message>
        <message>
            <source>years</source>
            <translation>år</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behåll</translation>
        </message>
        <message>
            <source>On</source>
            <comment>days of the week or month</comment>
            <translation>På</translation>
        </message>
        <message>
            <source>in</source>
            <comment>months of the year</comment>
            <translation>under</translation>
        </message>
        <message>
            <source>Keep daily points, days</source>
            <translation>Behåll dagliga punkter, dagar</translation>
        </message>
        <message>
            <source>Keep weekly points, weeks</source>
            <translation>Behåll veckopunkter, veckor</translation>
        </message>
        <message>
            <source>Keep monthly points, months</source>
            <translation>Behåll månadspunkter, månader</translation>
        </message>
        <message>
            <source>Keep yearly points, years</source>
            <translation>Behåll årspunkter, år</translation>
        </message>
        <message>
            <source>Days whose point is kept by week</source>
            <translation>Dagar vars punkt behålls veckovis</translation>
        </message>
        <message>
            <source>The time zone has no daylight saving time.</source>
            <translation>Tidszonen har ingen sommartid.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicyListPage</name>
        <message>
            <source>backup-policies.csv</source>
            <translation>sakerhetskopieringsprinciper.csv</translation>
        </message>
        <message>
            <source>Backup policies</source>
            <translation>Säkerhetskopieringsprinciper</translation>
        </message>
        <message>
            <source>All vaults</source>
            <translation>Alla valv</translation>
        </message>
        <message>
            <source>%1 of %2 policies</source>
            <extracomment>%1 shown, %2 in all</extracomment>
            <translation>%1 av %2 principer</translation>
        </message>
        <message>
            <source>Choose a policy first.</source>
            <translation>Välj först en princip.</translation>
        </message>
        <message>
            <source>No backup item uses the policy.</source>
            <translation>Inget säkerhetskopieringsobjekt använder principen.</translation>
        </message>
        <message>
            <source>Filter by name or vault</source>
            <translation>Filtrera på namn eller valv</translation>
        </message>
        <message>
            <source>Vault:</source>
            <translation>Valv:</translation>
        </message>
        <message>
            <source>Create policy</source>
            <translation>Skapa princip</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Redigera</translation>
        </message>
        <message>
            <source>Copy policy</source>
            <translation>Kopiera princip</translation>
        </message>
        <message>
            <source>Items that use it</source>
            <translation>Objekt som använder den</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <source>No policies yet</source>
            <translation>Inga principer än</translation>
        </message>
        <message>
            <source>A policy says when backups run and how long their points are kept. A new vault brings one.</source>
            <translation>En princip anger när säkerhetskopieringen körs och hur länge punkterna behålls. Ett nytt valv har en från början.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicyPage</name>
        <message>
            <source>The policy could not be read.</source>
            <translation>Principen kunde inte läsas.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Choose a vault</source>
            <translation>Välj ett valv</translation>
        </message>
        <message>
            <source>for each machine, once the policy has run long enough</source>
            <translation>per dator, när principen har gällt tillräckligt länge</translation>
        </message>
        <message numerus="yes">
            <source>%n point(s) kept by more than one rule</source>
            <translation>
                <numerusform>%n punkt behålls av mer än en regel</numerusform>
                <numerusform>%n punkter behålls av mer än en regel</numerusform>
            </translation>
        </message>
        <message>
            <source>Shorter retention removes existing points.</source>
            <translation>Kortare kvarhållning tar bort befintliga punkter.</translation>
        </message>
        <message>
            <source>At the next clean-up %1 of %2 are removed.</source>
            <translation>Vid nästa rensning tas %1 för %2 bort.</translation>
        </message>
        <message>
            <source>Copy policy</source>
            <translation>Kopiera princip</translation>
        </message>
        <message>
            <source>Create policy</source>
            <translation>Skapa princip</translation>
        </message>
        <message>
            <source>Backup policy</source>
            <translation>Säkerhetskopieringsprincip</translation>
        </message>
        <message numerus="yes">
            <source>used by %n item(s)</source>
            <translation>
                <numerusform>används av %n objekt</numerusform>
                <numerusform>används av %n objekt</numerusform>
            </translation>
        </message>
        <message>
            <source>Backup policies</source>
            <translation>Säkerhetskopieringsprinciper</translation>
        </message>
        <message numerus="yes">
            <source>%n unsaved change(s)</source>
            <translation>
                <numerusform>%n osparad ändring</numerusform>
                <numerusform>%n osparade ändringar</numerusform>
            </translation>
        </message>
        <message>
            <source>The policy has not been read.</source>
            <translation>Principen har inte lästs.</translation>
        </message>
        <message>
            <source>The policy is being saved.</source>
            <translation>Principen sparas.</translation>
        </message>
        <message>
            <source>There are no unsaved changes.</source>
            <translation>Det finns inga osparade ändringar.</translation>
        </message>
        <message>
            <source>No backup item uses the policy.</source>
            <translation>Inget säkerhetskopieringsobjekt använder principen.</translation>
        </message>
        <message>
            <source>The policy was changed by someone else.</source>
            <translation>Principen har ändrats av någon annan.</translation>
        </message>
        <message>
            <source>What you typed is kept; fields that differ say what they are now. Save to replace it, or reload to drop your changes.</source>
            <translation>Det du har skrivit finns kvar; fält som skiljer sig visar vad som gäller nu. Spara för att ersätta det, eller ladda om för att släppa dina ändringar.</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>Ladda om</translation>
        </message>
        <message>
            <source>There are unsaved changes.</source>
            <translation>Det finns ändringar som inte har sparats.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>Ignorera ändringar</translation>
        </message>
        <message>
            <source>Items that use it</source>
            <translation>Objekt som använder den</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <source>Why can’t I delete this?</source>
            <translation>Varför kan jag inte ta bort den?</translation>
        </message>
        <message>
            <source>&amp;Vault</source>
            <translation>&amp;Valv</translation>
        </message>
        <message>
            <source>Name and place</source>
            <translation>Namn och plats</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Schema</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>Kvarhållning</translation>
        </message>
        <message>
            <source>What this policy keeps</source>
            <translation>Det här behåller principen</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>Per den</translation>
        </message>
        <message>
            <source>The day that the picture is of</source>
            <translation>Dagen som bilden visar</translation>
        </message>
        <message>
            <source>Next runs</source>
            <translation>Nästa körningar</translation>
        </message>
        <message>
            <source>Kept until</source>
            <translation>Behålls till</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>The vaults could not be read</source>
            <translation>Valven kunde inte läsas in</translation>
        </message>
        <message>
            <source>There is no vault yet</source>
            <translation>Det finns inget valv ännu</translation>
        </message>
        <message>
            <source>Create a vault first: a policy belongs to one.</source>
            <translation>Skapa ett valv först: en princip hör till ett valv.</translation>
        </message>
        <message>
            <source>The vaults could not be read.</source>
            <translation>Valven kunde inte läsas in.</translation>
        </message>
        <message>
            <source>Showing the policy as it was %1.</source>
            <translation>Visar principen som den var %1.</translation>
        </message>
        <message>
            <source>Create a vault</source>
            <translation>Skapa ett valv</translation>
        </message>
        <message>
            <source>The policy was deleted by someone else.</source>
            <translation>Principen har tagits bort av någon annan.</translation>
        </message>
        <message>
            <source>What you typed is kept. Save to make the policy again.</source>
            <translation>Det du har skrivit finns kvar. Spara för att skapa principen på nytt.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicyStep</name>
        <message numerus="yes">
            <source>at most %n point(s)</source>
            <extracomment>a limit: "at most 61 points"</extracomment>
            <translation>
                <numerusform>högst %n punkt</numerusform>
                <numerusform>högst %n punkter</numerusform>
            </translation>
        </message>
        <message>
            <source>2. Backup policy</source>
            <translation>2. Princip</translation>
        </message>
        <message>
            <source>What this policy keeps</source>
            <translation>Det här behåller principen</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicySummaryBlade</name>
        <message>
            <source>Backup policy</source>
            <translation>Säkerhetskopieringsprincip</translation>
        </message>
        <message>
            <source>Next runs</source>
            <translation>Nästa körningar</translation>
        </message>
        <message>
            <source>What this policy keeps</source>
            <translation>Det här behåller principen</translation>
        </message>
        <message>
            <source>Edit policy</source>
            <translation>Redigera princip</translation>
        </message>
        <message>
            <source>The policy could not be read.</source>
            <translation>Principen kunde inte läsas.</translation>
        </message>
        <message>
            <source>The policy is not there. It may have been deleted.</source>
            <translation>Principen finns inte. Den kan ha tagits bort.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::PricesCard</name>
        <message>
            <source>Prices</source>
            <translation>Priser</translation>
        </message>
        <message>
            <source>C&amp;urrency</source>
            <translation>Val&amp;uta</translation>
        </message>
        <message>
            <source>&amp;Small instance, at most 50 GB, a month</source>
            <translation>&amp;Liten instans, högst 50 GB, per månad</translation>
        </message>
        <message>
            <source>&amp;Full instance, a month</source>
            <translation>&amp;Hel instans, per månad</translation>
        </message>
        <message>
            <source>GB stored, &amp;locally redundant, a month</source>
            <translation>Lagrad GB, l&amp;okalt redundant, per månad</translation>
        </message>
        <message>
            <source>GB stored, &amp;geo-redundant, a month</source>
            <translation>Lagrad GB, &amp;geo-redundant, per månad</translation>
        </message>
        <message>
            <source>Valv ships no prices. With yours it estimates what a month costs, in reports and for each vault. Give all four; 0 is a price too.</source>
            <translation>Valv har inga egna priser. Med dina uppskattas vad en månad kostar, i rapporter och för varje valv. Ange alla fyra. 0 är också ett pris.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ProtectPage</name>
        <message>
            <source>The vault's policies are still being read.</source>
            <translation>Valvets principer läses fortfarande in.</translation>
        </message>
        <message numerus="yes">
            <source>%n can't be protected</source>
            <translation>
                <numerusform>%n kan inte skyddas</numerusform>
                <numerusform>%n kan inte skyddas</numerusform>
            </translation>
        </message>
        <message>
            <source>Backup goal</source>
            <translation>Säkerhetskopieringsmål</translation>
        </message>
        <message>
            <source>Backup policy</source>
            <translation>Säkerhetskopieringsprincip</translation>
        </message>
        <message>
            <source>Select virtual machines</source>
            <translation>Välj virtuella datorer</translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <comment>virtual machines</comment>
            <translation>
                <numerusform>%n vald</numerusform>
                <numerusform>%n valda</numerusform>
            </translation>
        </message>
        <message>
            <source>1. Backup goal</source>
            <translation>1. Säkerhetskopieringsmål</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ändra</translation>
        </message>
        <message>
            <source>Change the backup goal</source>
            <translation>Ändra säkerhetskopieringsmål</translation>
        </message>
        <message>
            <source>Change the backup policy</source>
            <translation>Ändra princip för säkerhetskopiering</translation>
        </message>
        <message>
            <source>2. Backup policy: %1</source>
            <translation>2. Princip: %1</translation>
        </message>
        <message>
            <source>2. Backup policy</source>
            <translation>2. Princip</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Schema</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>Kvarhållning</translation>
        </message>
        <message>
            <source>Protect more machines</source>
            <translation>Skydda fler datorer</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Föregående</translation>
        </message>
        <message numerus="yes">
            <source>Try again for %n machine(s)</source>
            <translation>
                <numerusform>Försök igen för %n dator</numerusform>
                <numerusform>Försök igen för %n datorer</numerusform>
            </translation>
        </message>
        <message>
            <source>Show backup items</source>
            <translation>Visa säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Backup enabled for %1 of %2 virtual machines.</source>
            <translation>Säkerhetskopiering har aktiverats för %1 av %2 virtuella datorer.</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Enable backup</source>
            <translation>Aktivera säkerhetskopiering</translation>
        </message>
        <message>
            <source>Skip %1 and continue</source>
            <translation>Hoppa över %1 och fortsätt</translation>
        </message>
        <message numerus="yes">
            <source>Skip %n machine(s) and continue</source>
            <translation>
                <numerusform>Hoppa över %n dator och fortsätt</numerusform>
                <numerusform>Hoppa över %n datorer och fortsätt</numerusform>
            </translation>
        </message>
        <message>
            <source>Backup is enabled as soon as the validation is done.</source>
            <translation>Säkerhetskopiering aktiveras så snart verifieringen är klar.</translation>
        </message>
        <message numerus="yes">
            <source>%n virtual machine(s) selected, %1 to read at first</source>
            <translation>
                <numerusform>%n virtuell dator vald, %1 att läsa första gången</numerusform>
                <numerusform>%n virtuella datorer valda, %1 att läsa första gången</numerusform>
            </translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Säkerhetskopiering</translation>
        </message>
        <message>
            <source>Backup has not been enabled. What you have chosen is lost.</source>
            <translation>Säkerhetskopiering har inte aktiverats. Det du har valt går förlorat.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ProtectResults</name>
        <message>
            <source>Enabling makes no recovery point yet.</source>
            <translation>Aktiveringen skapar ännu ingen återställningspunkt.</translation>
        </message>
        <message>
            <source>The first recovery points are made %1, or now if you start a backup.</source>
            <translation>De första återställningspunkterna skapas %1, eller nu om du startar en säkerhetskopiering.</translation>
        </message>
        <message>
            <source>Backup has been enabled.</source>
            <translation>Säkerhetskopiering har aktiverats.</translation>
        </message>
        <message>
            <source>Backup enabled for %1 of %2 virtual machines.</source>
            <translation>Säkerhetskopiering har aktiverats för %1 av %2 virtuella datorer.</translation>
        </message>
        <message>
            <source>Backup now</source>
            <translation>Säkerhetskopiera nu</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n till</numerusform>
                <numerusform>%n till</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There are %n more cause(s); the list says which.</source>
            <translation>
                <numerusform>Det finns %n orsak till. Listan visar vilken.</numerusform>
                <numerusform>Det finns %n orsaker till. Listan visar vilka.</numerusform>
            </translation>
        </message>
        <message>
            <source>Backup could not be enabled for %1.</source>
            <extracomment>%1 one or several machines</extracomment>
            <translation>Säkerhetskopiering kunde inte aktiveras för %1.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RecoveryKeyBlade</name>
        <message>
            <source>The key is on the clipboard. Paste it into a password manager, and clear the clipboard.</source>
            <translation>Nyckeln finns på Urklipp. Klistra in den i en lösenordshanterare och töm Urklipp.</translation>
        </message>
        <message>
            <source>Recovery key of a Valv vault</source>
            <translation>Återställningsnyckel till ett valv i Valv</translation>
        </message>
        <message>
            <source>Vault: %1</source>
            <translation>Valv: %1</translation>
        </message>
        <message>
            <source>Resource group: %1</source>
            <translation>Resursgrupp: %1</translation>
        </message>
        <message>
            <source>Folder: %1</source>
            <translation>Mapp: %1</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>Skrivet: %1</translation>
        </message>
        <message>
            <source>Who has this key and the vault's folder can read everything in the vault. Keep the sheet apart from the computer that makes the backups.</source>
            <translation>Den som har nyckeln och valvets mapp kan läsa allt i valvet. Förvara bladet skilt från den dator som gör säkerhetskopiorna.</translation>
        </message>
        <message>
            <source>To restore on another computer: copy the vault's folder there, put the key alone into a file, and run</source>
            <translation>Så här återställer du på en annan dator: kopiera valvets mapp dit, lägg enbart nyckeln i en fil och kör</translation>
        </message>
        <message>
            <source>Save the recovery key</source>
            <translation>Spara återställningsnyckeln</translation>
        </message>
        <message>
            <source>recovery-key-%1.txt</source>
            <translation>aterstallningsnyckel-%1.txt</translation>
        </message>
        <message>
            <source>The key is saved in %1.</source>
            <translation>Nyckeln har sparats i %1.</translation>
        </message>
        <message>
            <source>Type the key as you have written it down.</source>
            <translation>Skriv nyckeln så som du har antecknat den.</translation>
        </message>
        <message>
            <source>This is not the key. Compare it sign by sign with what is shown.</source>
            <translation>Det här är inte nyckeln. Jämför den tecken för tecken med den som visas.</translation>
        </message>
        <message>
            <source>The key was typed correctly on %1.</source>
            <translation>Nyckeln skrevs rätt %1.</translation>
        </message>
        <message>
            <source>The vault has been created: keep its key</source>
            <translation>Valvet har skapats: förvara dess nyckel</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>Återställningsnyckel</translation>
        </message>
        <message>
            <source>Nobody can restore the key for you.</source>
            <translation>Ingen kan återskapa nyckeln åt dig.</translation>
        </message>
        <message>
            <source>It opens the vault when this computer is lost. Who has it can read everything in the vault.</source>
            <translation>Den öppnar valvet om den här datorn går förlorad. Den som har den kan läsa allt i valvet.</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopiera</translation>
        </message>
        <message>
            <source>Copy the recovery key</source>
            <translation>Kopiera återställningsnyckeln</translation>
        </message>
        <message>
            <source>Save to file…</source>
            <translation>Spara till fil …</translation>
        </message>
        <message>
            <source>&amp;Type the key to test what you have kept</source>
            <translation>&amp;Skriv nyckeln för att prova det du har förvarat</translation>
        </message>
        <message>
            <source>From your paper or password manager, not from above. Case, spaces and hyphens do not matter.</source>
            <translation>Från papperet eller lösenordshanteraren, inte härovanför. Versaler, blanksteg och bindestreck har ingen betydelse.</translation>
        </message>
        <message>
            <source>Test the key</source>
            <translation>Prova nyckeln</translation>
        </message>
        <message>
            <source>The recovery key could not be read.</source>
            <translation>Återställningsnyckeln kunde inte läsas.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>The key is not known.</source>
            <translation>Nyckeln är inte känd.</translation>
        </message>
        <message>
            <source>The key is being read.</source>
            <translation>Nyckeln läses in.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RemoveConnectionBlade</name>
        <message>
            <source>Remove connection</source>
            <translation>Ta bort anslutning</translation>
        </message>
        <message>
            <source>Valv forgets how to connect to %1. You can add it again later.</source>
            <translation>Valv glömmer hur man ansluter till %1. Du kan lägga till den igen senare.</translation>
        </message>
        <message>
            <source>Vaults, keys and disk images stay in their folders.</source>
            <translation>Valv, nycklar och diskavbildningar ligger kvar i sina mappar.</translation>
        </message>
        <message>
            <source>The computer and its vaults are not touched; its schedules go on. The files with token and certificate stay where they are.</source>
            <translation>Datorn och dess valv berörs inte, och dess scheman fortsätter. Filerna med token och certifikat ligger kvar där de är.</translation>
        </message>
        <message>
            <source>The demo's files stay in its data folder.</source>
            <translation>Demons filer ligger kvar i dess datamapp.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Ta bort</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ReportExport</name>
        <message>
            <source>backup-report</source>
            <translation>rapport-om-sakerhetskopiering</translation>
        </message>
        <message>
            <source>The report is in %1.</source>
            <translation>Rapporten finns i %1.</translation>
        </message>
        <message>
            <source>The report could not be exported</source>
            <translation>Rapporten kunde inte exporteras</translation>
        </message>
        <message>
            <source>CSV files (*.csv)</source>
            <translation>CSV-filer (*.csv)</translation>
        </message>
        <message>
            <source>Export to CSV</source>
            <translation>Exportera till CSV</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>PDF-filer (*.pdf)</translation>
        </message>
        <message>
            <source>Export to PDF</source>
            <translation>Exportera till PDF</translation>
        </message>
        <message>
            <source>Backup report</source>
            <translation>Rapport om säkerhetskopiering</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ReportInstancesCard</name>
        <message>
            <source>At most 50 GB, small</source>
            <translation>Högst 50 GB, liten</translation>
        </message>
        <message>
            <source>Above 50 GB, at most 500 GB</source>
            <translation>Över 50 GB, högst 500 GB</translation>
        </message>
        <message>
            <source>Above 500 GB, one for each 500 GB</source>
            <translation>Över 500 GB, en för varje 500 GB</translation>
        </message>
        <message numerus="yes">
            <source>(%n item(s))</source>
            <translation>
                <numerusform>(%n objekt)</numerusform>
                <numerusform>(%n objekt)</numerusform>
            </translation>
        </message>
        <message>
            <source>Protected instances</source>
            <translation>Skyddade instanser</translation>
        </message>
        <message>
            <source>Not counted: size unknown</source>
            <translation>Räknas inte: okänd storlek</translation>
        </message>
        <message>
            <source>Not counted: no backup yet, or soft deleted</source>
            <translation>Räknas inte: ingen säkerhetskopia än, eller mjukt borttagna</translation>
        </message>
        <message>
            <source>now, by the data of each item</source>
            <translation>nu, efter varje objekts data</translation>
        </message>
        <message>
            <source>Estimated monthly cost</source>
            <translation>Uppskattad månadskostnad</translation>
        </message>
        <message>
            <source>(a price or a size is missing)</source>
            <translation>(ett pris eller en storlek saknas)</translation>
        </message>
        <message>
            <source>Enter prices to see what it costs</source>
            <translation>Ange priser för att se vad det kostar</translation>
        </message>
        <message>
            <source>Change the prices</source>
            <translation>Ändra priserna</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ReportJobsCard</name>
        <message>
            <source>Jobs per week</source>
            <translation>Jobb per vecka</translation>
        </message>
        <message>
            <source>Jobs per day</source>
            <translation>Jobb per dag</translation>
        </message>
        <message>
            <source>%1 completed, %2 with warnings, %3 failed</source>
            <translation>%1 slutförda, %2 med varningar, %3 misslyckade</translation>
        </message>
        <message>
            <source>Completed %1</source>
            <translation>Slutförda %1</translation>
        </message>
        <message>
            <source>With warnings %1</source>
            <translation>Med varningar %1</translation>
        </message>
        <message>
            <source>Failed %1</source>
            <translation>Misslyckade %1</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ReportRows</name>
        <message>
            <source>%1: %2</source>
            <extracomment>A cell read aloud: %1 is the column's heading, %2 what the cell says.</extracomment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ReportStorageCard</name>
        <message>
            <source>Storage growth</source>
            <translation>Lagringstillväxt</translation>
        </message>
        <message>
            <source>It is not known how the storage grew in this period.</source>
            <translation>Det är inte känt hur lagringen växte under perioden.</translation>
        </message>
        <message>
            <source>This connection does not tell how the storage grew.</source>
            <translation>Den här anslutningen berättar inte hur lagringen växte.</translation>
        </message>
        <message>
            <source>From %1 to %2.</source>
            <extracomment>two sizes</extracomment>
            <translation>Från %1 till %2.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ReportsPage</name>
        <message>
            <source>Reports</source>
            <translation>Rapporter</translation>
        </message>
        <message>
            <source>All vaults</source>
            <translation>Alla valv</translation>
        </message>
        <message>
            <source>Enter a date that is not in the future.</source>
            <translation>Ange ett datum som inte ligger i framtiden.</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Läser …</translation>
        </message>
        <message>
            <source>There is no report yet.</source>
            <translation>Det finns ingen rapport än.</translation>
        </message>
        <message>
            <source>There is nothing to export.</source>
            <translation>Det finns inget att exportera.</translation>
        </message>
        <message>
            <source>Not everything could be read; the report lacks something.</source>
            <translation>Allt kunde inte läsas; något saknas i rapporten.</translation>
        </message>
        <message>
            <source>The report could not be read.</source>
            <translation>Rapporten kunde inte läsas.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>of %1</source>
            <extracomment>%1 is a number of jobs</extracomment>
            <translation>av %1</translation>
        </message>
        <message numerus="yes">
            <source>%n with warnings</source>
            <translation>
                <numerusform>%n med varningar</numerusform>
                <numerusform>%n med varningar</numerusform>
            </translation>
        </message>
        <message>
            <source>+%1</source>
            <extracomment>how the storage changed; %1 is a size</extracomment>
            <translation>+%1</translation>
        </message>
        <message>
            <source>−%1</source>
            <translation>−%1</translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Objekt</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Jobb</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Misslyckade</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>Lagrat</translation>
        </message>
        <message>
            <source>Instances</source>
            <translation>Instanser</translation>
        </message>
        <message>
            <source>Success rate</source>
            <translation>Andel lyckade</translation>
        </message>
        <message>
            <source>Backup item</source>
            <translation>Objekt</translation>
        </message>
        <message>
            <source>New in the period</source>
            <translation>Nytt i perioden</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>all</source>
            <comment>filter: no limit</comment>
            <translation>alla</translation>
        </message>
        <message>
            <source>Last %1 days</source>
            <translation>Senaste %1 dagarna</translation>
        </message>
        <message>
            <source>Custom period</source>
            <translation>Egen period</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>&amp;From</source>
            <translation>&amp;Från</translation>
        </message>
        <message>
            <source>&amp;To</source>
            <translation>&amp;Till</translation>
        </message>
        <message>
            <source>Vault:</source>
            <translation>Valv:</translation>
        </message>
        <message>
            <source>Job success rate</source>
            <translation>Andel lyckade jobb</translation>
        </message>
        <message>
            <source>Failed jobs</source>
            <translation>Misslyckade jobb</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>Lagring</translation>
        </message>
        <message>
            <source>Protected instances</source>
            <translation>Skyddade instanser</translation>
        </message>
        <message>
            <source>Vaults</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>There are no vaults.</source>
            <translation>Det finns inga valv.</translation>
        </message>
        <message>
            <source>Items with the most failures</source>
            <translation>Objekt med flest misslyckanden</translation>
        </message>
        <message>
            <source>Nothing failed in this period.</source>
            <translation>Inget misslyckades under perioden.</translation>
        </message>
        <message>
            <source>Items with the most data</source>
            <translation>Objekt med mest data</translation>
        </message>
        <message>
            <source>It is not known how much data the items have.</source>
            <translation>Det är inte känt hur mycket data objekten har.</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Uppdatera</translation>
        </message>
        <message>
            <source>Export to CSV</source>
            <translation>Exportera till CSV</translation>
        </message>
        <message>
            <source>Export to PDF</source>
            <translation>Exportera till PDF</translation>
        </message>
        <message>
            <source>No data for the chosen period</source>
            <translation>Inga data för den valda perioden</translation>
        </message>
        <message>
            <source>A report is made of backups that have run. Choose another period, or come back after the first backup.</source>
            <translation>En rapport görs av säkerhetskopieringar som har körts. Välj en annan period, eller kom tillbaka efter den första säkerhetskopieringen.</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Princip</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Objekt</translation>
        </message>
        <message>
            <source>Longest kept</source>
            <translation>Sparas längst</translation>
        </message>
        <message>
            <source>Points when full</source>
            <translation>Punkter som mest</translation>
        </message>
        <message>
            <source>Policies with the most retention</source>
            <translation>Principer som sparar mest</translation>
        </message>
        <message>
            <source>There are no policies.</source>
            <translation>Det finns inga principer.</translation>
        </message>
        <message>
            <source>Showing data from %1.</source>
            <translation>Visar data från %1.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ResourceGroupChooser</name>
        <message>
            <source>made by the backup service for its snapshots</source>
            <translation>skapad av säkerhetskopieringstjänsten för dess ögonblicksbilder</translation>
        </message>
        <message>
            <source>Choose a resource group</source>
            <translation>Välj en resursgrupp</translation>
        </message>
        <message>
            <source>The resource groups could not be read</source>
            <translation>Resursgrupperna kunde inte läsas</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Use existing</source>
            <translation>Använd befintlig</translation>
        </message>
        <message>
            <source>Create new</source>
            <translation>Skapa ny</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Resource group name</source>
            <translation>Resursgruppens namn</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ResourceMenu</name>
        <message>
            <source>Search menu</source>
            <translation>Sök i menyn</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Meny</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RestoreChecks</name>
        <message>
            <source>Too little room: %1 are needed, %2 are free</source>
            <translation>För lite plats: %1 behövs, %2 är lediga</translation>
        </message>
        <message>
            <source>The recovery point and its key can be read</source>
            <translation>Återställningspunkten och dess nyckel går att läsa</translation>
        </message>
        <message>
            <source>No machine has this name</source>
            <translation>Ingen dator har det namnet</translation>
        </message>
        <message>
            <source>The folder can be written to, and no file is replaced</source>
            <translation>Mappen går att skriva till och ingen fil ersätts</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Kontrollerar …</translation>
        </message>
        <message>
            <source>Nothing speaks against it</source>
            <translation>Ingenting hindrar återställningen</translation>
        </message>
        <message>
            <source>As soon as all is chosen</source>
            <translation>Så snart allt är valt</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Kontroller</translation>
        </message>
        <message>
            <source>Enough room for %1</source>
            <translation>Tillräckligt med plats för %1</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RestorePage</name>
        <message>
            <source>Restore virtual machine</source>
            <translation>Återställ virtuell dator</translation>
        </message>
        <message>
            <source>Virtual machines</source>
            <translation>Virtuella datorer</translation>
        </message>
        <message>
            <source>Restore VM</source>
            <translation>Återställ virtuell dator</translation>
        </message>
        <message>
            <source>Point</source>
            <translation>Punkt</translation>
        </message>
        <message>
            <source>Consistency</source>
            <translation>Konsekvens</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Återställ</translation>
        </message>
        <message>
            <source>Whole virtual machine</source>
            <translation>Hela den virtuella datorn</translation>
        </message>
        <message>
            <source>Disks only</source>
            <translation>Endast diskar</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Till</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Disks</source>
            <translation>Diskar</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Data loss</source>
            <translation>Dataförlust</translation>
        </message>
        <message>
            <source>What changed in the last %1 is not included</source>
            <translation>Det som har ändrats de senaste %1 ingår inte</translation>
        </message>
        <message>
            <source>Restore to %1</source>
            <translation>Återställ till %1</translation>
        </message>
        <message>
            <source>Overwrite these files</source>
            <translation>Skriv över de här filerna</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>What to restore</source>
            <translation>Vad som ska återställas</translation>
        </message>
        <message>
            <source>As images in a folder, raw or qcow2</source>
            <translation>Som avbildningar i en mapp, raw eller qcow2</translation>
        </message>
        <message>
            <source>A new machine with all disks, beside the original</source>
            <translation>En ny dator med alla diskar, bredvid originalet</translation>
        </message>
        <message>
            <source>This connection can't create machines.</source>
            <translation>Den här anslutningen kan inte skapa datorer.</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Granska</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Vad som händer</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Choose a recovery point first.</source>
            <translation>Välj en återställningspunkt först.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 av %2</translation>
        </message>
        <message>
            <source>%1 is not changed</source>
            <translation>%1 ändras inte</translation>
        </message>
        <message>
            <source>Every block is checked while it is written</source>
            <translation>Varje block kontrolleras medan det skrivs</translation>
        </message>
        <message>
            <source>Follow the progress in Backup jobs</source>
            <translation>Följ förloppet i Säkerhetskopieringsjobb</translation>
        </message>
        <message>
            <source>You can cancel at any time</source>
            <translation>Du kan avbryta när som helst</translation>
        </message>
        <message>
            <source>Estimated</source>
            <translation>Beräknad tid</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <comment>time at speed</comment>
            <translation>%1 kl. %2</translation>
        </message>
        <message>
            <source>The restore is being asked for.</source>
            <translation>Återställningen begärs.</translation>
        </message>
        <message>
            <source>az restores disks, not whole machines.</source>
            <translation>az återställer diskar, inte hela datorer.</translation>
        </message>
        <message>
            <source>Choose a disk first.</source>
            <translation>Välj en disk först.</translation>
        </message>
        <message>
            <source>az restores to the storage account %1, not to the folder chosen here.</source>
            <translation>az återställer till lagringskontot %1, inte till mappen som har valts här.</translation>
        </message>
        <message>
            <source>The recovery points could not be read.</source>
            <translation>Återställningspunkterna kunde inte läsas in.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RestorePoints</name>
        <message>
            <source>No recovery points in this period</source>
            <translation>Inga återställningspunkter under perioden</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Choose a recovery point</source>
            <translation>Välj en återställningspunkt</translation>
        </message>
        <message>
            <source>7 d</source>
            <translation>7 d</translation>
        </message>
        <message>
            <source>30 d</source>
            <translation>30 d</translation>
        </message>
        <message>
            <source>1 y</source>
            <translation>1 år</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alla</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Recovery points</source>
            <translation>Återställningspunkter</translation>
        </message>
        <message>
            <source>The recovery points could not be read.</source>
            <translation>Återställningspunkterna kunde inte läsas in.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RestoreWhere</name>
        <message>
            <source>A new folder with the disks is made beside the other machines. %1 is not touched.</source>
            <translation>En ny mapp med diskarna skapas bredvid de andra datorerna. %1 ändras inte.</translation>
        </message>
        <message>
            <source>Files that are already in the folder are never overwritten without being asked.</source>
            <translation>Filer som redan finns i mappen skrivs aldrig över utan att du tillfrågas.</translation>
        </message>
        <message>
            <source>Choose a folder for the disks.</source>
            <translation>Välj en mapp för diskarna.</translation>
        </message>
        <message>
            <source>Write the whole path, beginning with /.</source>
            <translation>Skriv hela sökvägen, med början på /.</translation>
        </message>
        <message>
            <source>Folder for the disks</source>
            <translation>Mapp för diskarna</translation>
        </message>
        <message>
            <source>Where to restore</source>
            <translation>Vart det ska återställas</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Mapp</translation>
        </message>
        <message>
            <source>A folder on %1.</source>
            <translation>En mapp på %1.</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Bläddra …</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>&amp;Name of the new machine</source>
            <translation>&amp;Namn på den nya datorn</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RetentionPreview</name>
        <message>
            <source>today</source>
            <translation>i dag</translation>
        </message>
        <message>
            <source>Daily</source>
            <translation>Dagligen</translation>
        </message>
        <message>
            <source>%1 d</source>
            <comment>days</comment>
            <translation>%1 d</translation>
        </message>
        <message>
            <source>Weekly</source>
            <translation>Veckovis</translation>
        </message>
        <message>
            <source>%1 w</source>
            <comment>weeks</comment>
            <translation>%1 v</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>Månadsvis</translation>
        </message>
        <message>
            <source>%1 m</source>
            <comment>months</comment>
            <translation>%1 m</translation>
        </message>
        <message>
            <source>Yearly</source>
            <translation>Årsvis</translation>
        </message>
        <message>
            <source>%1 y</source>
            <comment>years</comment>
            <translation>%1 år</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>How long copies are kept</source>
            <translation>Så länge behålls kopiorna</translation>
        </message>
        <message>
            <source>A point that several rules keep is stored once and kept by the longest rule.</source>
            <translation>En punkt som uppfyller flera regler lagras bara en gång och behålls enligt den längsta regeln.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RuleBlade</name>
        <message>
            <source>Any resource group</source>
            <translation>Alla resursgrupper</translation>
        </message>
        <message>
            <source>No virtual machine fits now. One that comes later is protected when it is found.</source>
            <translation>Ingen virtuell dator passar nu. En som kommer senare skyddas när den hittas.</translation>
        </message>
        <message numerus="yes">
            <source>%n virtual machine(s) fit</source>
            <translation>
                <numerusform>%n virtuell dator passar</numerusform>
                <numerusform>%n virtuella datorer passar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n would be protected at once</source>
            <translation>
                <numerusform>%n skulle skyddas genast</numerusform>
                <numerusform>%n skulle skyddas genast</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <translation>%1 – %2</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>och %n till</numerusform>
                <numerusform>och %n till</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking for machines that fit…</source>
            <translation>Söker efter datorer som passar …</translation>
        </message>
        <message>
            <source>Give a condition to see which machines fit.</source>
            <translation>Ange ett villkor för att se vilka datorer som passar.</translation>
        </message>
        <message>
            <source>The vault already has a rule with this name.</source>
            <translation>Valvet har redan en regel med det namnet.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Sparar …</translation>
        </message>
        <message>
            <source>Somebody else has changed the rule meanwhile.</source>
            <translation>Någon annan har ändrat regeln under tiden.</translation>
        </message>
        <message>
            <source>The rule could not be saved.</source>
            <translation>Regeln kunde inte sparas.</translation>
        </message>
        <message>
            <source>Protection rule</source>
            <translation>Skyddsregel</translation>
        </message>
        <message>
            <source>New protection rule</source>
            <translation>Ny skyddsregel</translation>
        </message>
        <message>
            <source>&amp;Name of the rule</source>
            <translation>Regelns &amp;namn</translation>
        </message>
        <message>
            <source>Which machines</source>
            <translation>Vilka datorer</translation>
        </message>
        <message>
            <source>All that is given has to fit. Machines in other regions, and those that have a backup item already, are left alone.</source>
            <translation>Allt som anges måste passa. Datorer i andra regioner, och de som redan har ett säkerhetskopieringsobjekt, lämnas i fred.</translation>
        </message>
        <message>
            <source>&amp;Machine name</source>
            <translation>&amp;Datorns namn</translation>
        </message>
        <message>
            <source>* stands for any characters, ? for one: web-*. The name * takes every machine.</source>
            <translation>* står för vilka tecken som helst, ? för ett: web-*. Namnet * tar med alla datorer.</translation>
        </message>
        <message>
            <source>&amp;Resource group</source>
            <translation>&amp;Resursgrupp</translation>
        </message>
        <message>
            <source>&amp;Tags</source>
            <translation>&amp;Taggar</translation>
        </message>
        <message>
            <source>Backup policy</source>
            <translation>Säkerhetskopieringsprincip</translation>
        </message>
        <message>
            <source>The rule is in use</source>
            <translation>Regeln används</translation>
        </message>
        <message>
            <source>What it does now</source>
            <translation>Det här gör den nu</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Create rule</source>
            <translation>Skapa regel</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <source>Remove the rule</source>
            <translation>Ta bort regeln</translation>
        </message>
        <message>
            <source>Removing…</source>
            <translation>Tar bort …</translation>
        </message>
        <message>
            <source>The rule could not be removed.</source>
            <translation>Regeln kunde inte tas bort.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RulesPage</name>
        <message>
            <source>Protection rules</source>
            <translation>Skyddsregler</translation>
        </message>
        <message>
            <source>The rules could not be read.</source>
            <translation>Reglerna kunde inte läsas in.</translation>
        </message>
        <message>
            <source>There is no rule yet</source>
            <translation>Det finns ingen regel än</translation>
        </message>
        <message>
            <source>A rule protects machines by their name, resource group or tags as soon as they are found, so that a new one is never forgotten.</source>
            <translation>En regel skyddar datorer efter namn, resursgrupp eller taggar så snart de hittas, så att ingen ny dator glöms bort.</translation>
        </message>
        <message>
            <source>Add rule</source>
            <translation>Lägg till regel</translation>
        </message>
        <message>
            <source>%1 → policy %2</source>
            <extracomment>%1 which machines, e.g. "name web-* and tag env: prod", %2 a policy</extracomment>
            <translation>%1 → principen %2</translation>
        </message>
        <message>
            <source>In use</source>
            <comment>a rule</comment>
            <translation>Används</translation>
        </message>
        <message>
            <source>Not in use</source>
            <comment>a rule</comment>
            <translation>Används inte</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Redigera</translation>
        </message>
        <message>
            <source>Edit the rule %1</source>
            <translation>Redigera regeln %1</translation>
        </message>
        <message>
            <source>The rule could not be taken back.</source>
            <translation>Regeln kunde inte återställas.</translation>
        </message>
        <message>
            <source>The rule %1 has been removed.</source>
            <translation>Regeln %1 har tagits bort.</translation>
        </message>
        <message>
            <source>What it has protected stays protected.</source>
            <translation>Det som den har skyddat förblir skyddat.</translation>
        </message>
        <message>
            <source>Its policy is missing</source>
            <comment>a rule</comment>
            <translation>Principen saknas</translation>
        </message>
    </context>
    <context>
        <name>valv::views::RunningJobs</name>
        <message>
            <source>Open the job of %1</source>
            <translation>Öppna jobbet för %1</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 kvar</translation>
        </message>
        <message>
            <source>Progress of %1</source>
            <translation>Förlopp för %1</translation>
        </message>
        <message>
            <source>No job has run yet.</source>
            <translation>Inget jobb har körts än.</translation>
        </message>
        <message>
            <source>No job is running. The last one started %1.</source>
            <translation>Inget jobb pågår. Det senaste startade %1.</translation>
        </message>
        <message>
            <source>Reading the jobs …</source>
            <translation>Läser jobben …</translation>
        </message>
        <message>
            <source>The jobs could not be read.</source>
            <translation>Jobben kunde inte läsas.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::SavePolicyBlade</name>
        <message>
            <source>Save policy</source>
            <translation>Spara princip</translation>
        </message>
        <message numerus="yes">
            <source>The policy is used by %n backup item(s), affected at once.</source>
            <translation>
                <numerusform>Principen används av %n säkerhetskopieringsobjekt, som påverkas direkt.</numerusform>
                <numerusform>Principen används av %n säkerhetskopieringsobjekt, som påverkas direkt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>It is not known how many backup items use the policy. All that do are affected.</source>
            <translation>Det är inte känt hur många säkerhetskopieringsobjekt som använder principen. Alla som gör det påverkas.</translation>
        </message>
        <message numerus="yes">
            <source>The policy is used by %n backup item(s), affected when backup is enabled.</source>
            <translation>
                <numerusform>Principen används av %n säkerhetskopieringsobjekt, som påverkas när säkerhetskopieringen aktiveras.</numerusform>
                <numerusform>Principen används av %n säkerhetskopieringsobjekt, som påverkas när säkerhetskopieringen aktiveras.</numerusform>
            </translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Looking at what would expire…</source>
            <translation>Tar reda på vad som skulle gå ut …</translation>
        </message>
    </context>
    <context>
        <name>valv::views::SearchField</name>
        <message>
            <source>Clear</source>
            <translation>Rensa</translation>
        </message>
    </context>
    <context>
        <name>valv::views::SecondLocationField</name>
        <message>
            <source>Browse…</source>
            <translation>Bläddra …</translation>
        </message>
        <message>
            <source>Browse for the second location</source>
            <translation>Bläddra till den andra platsen</translation>
        </message>
        <message>
            <source>Second location</source>
            <translation>Andra plats</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ServiceGroupLock</name>
        <message>
            <source>Do not lock the resource group that the Backup service has created.</source>
            <translation>Lås inte resursgruppen som Backup-tjänsten har skapat.</translation>
        </message>
        <message>
            <source>%1 holds the snapshots of the service. While it is locked, old ones can't be removed, and backups fail at 18 recovery points.</source>
            <translation>%1 innehåller tjänstens ögonblicksbilder. Så länge den är låst kan gamla inte tas bort, och säkerhetskopieringen misslyckas vid 18 återställningspunkter.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ServiceRow</name>
        <message>
            <source>%1, favorite</source>
            <translation>%1, favorit</translation>
        </message>
        <message>
            <source>Remove %1 from favorites</source>
            <translation>Ta bort %1 från favoriter</translation>
        </message>
        <message>
            <source>Add %1 to favorites</source>
            <translation>Lägg till %1 bland favoriter</translation>
        </message>
        <message>
            <source>%1. Also: %2</source>
            <extracomment>%1 a sentence about a service, %2 another word for it that the person typed</extracomment>
            <translation>%1. Även: %2</translation>
        </message>
    </context>
    <context>
        <name>valv::views::Services</name>
        <message>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <source>How the protection stands, at a glance</source>
            <translation>Hur skyddet ser ut, på en sida</translation>
        </message>
        <message>
            <source>Virtual machines</source>
            <translation>Virtuella datorer</translation>
        </message>
        <message>
            <source>All machines, and how they are protected</source>
            <translation>Alla datorer och hur de skyddas</translation>
        </message>
        <message>
            <source>Recovery Services vaults</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>Keep copies and recovery points</source>
            <translation>Lagrar kopior och återställningspunkter</translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Protected virtual machines in all vaults</source>
            <translation>Skyddade virtuella datorer i alla valv</translation>
        </message>
        <message>
            <source>Backup jobs</source>
            <translation>Säkerhetskopieringsjobb</translation>
        </message>
        <message>
            <source>Running and finished jobs, with steps and causes</source>
            <translation>Pågående och avslutade jobb, med steg och felorsak</translation>
        </message>
        <message>
            <source>Backup policies</source>
            <translation>Säkerhetskopieringsprinciper</translation>
        </message>
        <message>
            <source>Schedules and retention</source>
            <translation>Scheman och kvarhållning</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Aviseringar</translation>
        </message>
        <message>
            <source>What needs attention</source>
            <translation>Det som behöver åtgärdas</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Rapporter</translation>
        </message>
        <message>
            <source>Consumption, compliance and trends</source>
            <translation>Förbrukning, efterlevnad och trender</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Inställningar</translation>
        </message>
        <message>
            <source>Connection, language and appearance</source>
            <translation>Anslutning, språk och utseende</translation>
        </message>
        <message>
            <source>Backup and restore</source>
            <translation>Säkerhetskopiering och återställning</translation>
        </message>
        <message>
            <source>Compute</source>
            <translation>Beräkning</translation>
        </message>
        <message>
            <source>Monitoring</source>
            <translation>Övervakning</translation>
        </message>
        <message>
            <source>Management</source>
            <translation>Hantering</translation>
        </message>
        <message>
            <source>Backup</source>
            <comment>category</comment>
            <translation>Säkerhetskopiering</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>Principer</translation>
        </message>
    </context>
    <context>
        <name>valv::views::SessionFinder</name>
        <message>
            <source>%1: %2</source>
            <comment>operation of a job and its machine</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Backup policy</source>
            <translation>Säkerhetskopieringsprincip</translation>
        </message>
        <message>
            <source>Recovery Services vault</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>Backup item</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtuell dator</translation>
        </message>
    </context>
    <context>
        <name>valv::views::SettingsPage</name>
        <message>
            <source>Connections</source>
            <translation>Anslutningar</translation>
        </message>
        <message>
            <source>Language and region</source>
            <translation>Språk och region</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Utseende</translation>
        </message>
        <message>
            <source>Keys and secrets</source>
            <translation>Nycklar och hemligheter</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Inställningar</translation>
        </message>
        <message>
            <source>For this computer and your account</source>
            <translation>Gäller den här datorn och ditt konto</translation>
        </message>
        <message>
            <source>Settings: %1</source>
            <extracomment>%1 is a part of the settings</extracomment>
            <translation>Inställningar: %1</translation>
        </message>
        <message>
            <source>Connecting …</source>
            <translation>Ansluter …</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Ansluten</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Inget svar</translation>
        </message>
        <message>
            <source>Not let in</source>
            <translation>Inte insläppt</translation>
        </message>
        <message>
            <source>Use system setting</source>
            <translation>Följ systemet</translation>
        </message>
        <message>
            <source>Date and time</source>
            <translation>Datum och tid</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Tidszon</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Tal</translation>
        </message>
        <message>
            <source>The week begins</source>
            <translation>Veckan börjar</translation>
        </message>
        <message>
            <source>Week number</source>
            <translation>Veckonummer</translation>
        </message>
        <message>
            <source>Recovery keys</source>
            <translation>Återställningsnycklar</translation>
        </message>
        <message>
            <source>On %1, in the data folder of valvd</source>
            <translation>På %1, i datamappen för valvd</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>In the data folder of the demo</source>
            <translation>I demons datamapp</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Lägg till</translation>
        </message>
        <message>
            <source>Add connection</source>
            <translation>Lägg till anslutning</translation>
        </message>
        <message>
            <source>Valv writes no key, token or password into its settings, logs or links. Who can read the files below can read the vaults: keep a copy of each recovery key somewhere else.</source>
            <translation>Valv skriver aldrig någon nyckel, token eller något lösenord i inställningar, loggar eller länkar. Den som kan läsa filerna nedan kan läsa valven. Ha en kopia av varje återställningsnyckel någon annanstans.</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Språk</translation>
        </message>
        <message>
            <source>Changes at once, without a restart. Dates and numbers follow the language.</source>
            <translation>Ändras direkt, utan omstart. Datum och tal följer språket.</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Ljust</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Mörkt</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Reduce motion</source>
            <translation>Minska rörelser</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hög kontrast</translation>
        </message>
        <message>
            <source>Changes are saved at once.</source>
            <translation>Ändringar sparas direkt.</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Återställ standardvärden</translation>
        </message>
        <message>
            <source>Secrets</source>
            <translation>Hemligheter</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>Priser</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-post</translation>
        </message>
    </context>
    <context>
        <name>valv::views::ShellCommands</name>
        <message>
            <source>Search resources and commands</source>
            <translation>Sök resurser och kommandon</translation>
        </message>
        <message>
            <source>Filter the page</source>
            <translation>Filtrera sidan</translation>
        </message>
        <message>
            <source>Refresh the page</source>
            <translation>Uppdatera sidan</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bakåt</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Framåt</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Next region of the window</source>
            <translation>Nästa område i fönstret</translation>
        </message>
        <message>
            <source>Previous region of the window</source>
            <translation>Föregående område i fönstret</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Meddelanden</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Inställningar</translation>
        </message>
        <message>
            <source>Connect elsewhere …</source>
            <translation>Anslut till något annat …</translation>
        </message>
        <message>
            <source>Attach a vault from another folder …</source>
            <translation>Anslut ett valv från en annan mapp …</translation>
        </message>
        <message>
            <source>Copy link to this page</source>
            <translation>Kopiera länk till sidan</translation>
        </message>
        <message>
            <source>Collapse or expand menu</source>
            <translation>Minimera eller visa menyn</translation>
        </message>
        <message>
            <source>Light theme</source>
            <translation>Ljust tema</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>Mörkt tema</translation>
        </message>
        <message>
            <source>Theme: follow the system</source>
            <translation>Tema: följ systemet</translation>
        </message>
        <message>
            <source>Language: follow the system</source>
            <translation>Språk: följ systemet</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hög kontrast</translation>
        </message>
        <message>
            <source>Reduce motion</source>
            <translation>Minska rörelser</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Kortkommandon</translation>
        </message>
        <message>
            <source>About Valv</source>
            <translation>Om Valv</translation>
        </message>
        <message>
            <source>Create a Recovery Services vault …</source>
            <translation>Skapa ett Recovery Services-valv …</translation>
        </message>
    </context>
    <context>
        <name>valv::views::Skeleton</name>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
    </context>
    <context>
        <name>valv::views::StartingPage</name>
        <message>
            <source>Valv could not start</source>
            <translation>Valv kunde inte starta</translation>
        </message>
        <message>
            <source>Starting Valv</source>
            <translation>Startar Valv</translation>
        </message>
        <message>
            <source>The demo estate is being made: small machines with real disks, and their backups of the last weeks. The first time this takes some seconds.</source>
            <translation>Demomiljön skapas: små datorer med riktiga diskar, och deras säkerhetskopior från de senaste veckorna. Första gången tar det några sekunder.</translation>
        </message>
        <message>
            <source>The engine opens its catalogue and looks for virtual machines.</source>
            <translation>Motorn öppnar sin katalog och letar efter virtuella datorer.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Choose other virtual machines</source>
            <translation>Välj andra virtuella datorer</translation>
        </message>
        <message>
            <source>Connecting to %1 …</source>
            <translation>Ansluter till %1 …</translation>
        </message>
    </context>
    <context>
        <name>valv::views::StatusText</name>
        <message>
            <source>OK</source>
            <comment>how a check went</comment>
            <translation>OK</translation>
        </message>
        <message>
            <source>Warning</source>
            <comment>how a check went</comment>
            <translation>Varning</translation>
        </message>
        <message>
            <source>Failed</source>
            <comment>how a check went</comment>
            <translation>Misslyckades</translation>
        </message>
        <message>
            <source>In progress</source>
            <comment>how a check went</comment>
            <translation>Pågår</translation>
        </message>
        <message>
            <source>Not yet</source>
            <comment>how a check went</comment>
            <translation>Inte än</translation>
        </message>
    </context>
    <context>
        <name>valv::views::StepBar</name>
        <message>
            <source>Step %1 of %2: %3</source>
            <extracomment>%1 the step's number, %2 how many there are, %3 its title</extracomment>
            <translation>Steg %1 av %2: %3</translation>
        </message>
    </context>
    <context>
        <name>valv::views::StepMark</name>
        <message>
            <source>Step %1</source>
            <extracomment>a step of a form, for readers</extracomment>
            <translation>Steg %1</translation>
        </message>
        <message>
            <source>Done</source>
            <comment>a step of a form</comment>
            <translation>Klart</translation>
        </message>
        <message>
            <source>Current</source>
            <comment>a step of a form</comment>
            <translation>Aktuellt</translation>
        </message>
        <message>
            <source>To come</source>
            <comment>a step of a form</comment>
            <translation>Kommande</translation>
        </message>
    </context>
    <context>
        <name>valv::views::StopBlade</name>
        <message>
            <source>Delete backup data</source>
            <translation>Ta bort säkerhetskopierade data</translation>
        </message>
        <message>
            <source>Stop backup</source>
            <translation>Stoppa säkerhetskopiering</translation>
        </message>
        <message>
            <source>No more backups of these items will be made. Their recovery points are kept until you delete them, and can be restored.</source>
            <translation>Inga fler säkerhetskopior av de här objekten tas. Deras återställningspunkter behålls tills du tar bort dem och kan återställas.</translation>
        </message>
        <message>
            <source>No more backups of %1 will be made. Its recovery points are kept until you delete them, and can be restored.</source>
            <translation>Inga fler säkerhetskopior av %1 tas. Återställningspunkterna behålls tills du tar bort dem och kan återställas.</translation>
        </message>
        <message>
            <source>Soft delete is off in this vault: the data is gone at once.</source>
            <translation>Mjuk borttagning är avstängd i det här valvet: data försvinner direkt.</translation>
        </message>
        <message>
            <source>All recovery points of %1 will be deleted.</source>
            <translation>Alla återställningspunkter för %1 tas bort.</translation>
        </message>
        <message numerus="yes">
            <source>%n recovery point(s) will go; single ones cannot be chosen here.</source>
            <translation>
                <numerusform>%n återställningspunkt försvinner; enskilda kan inte väljas här.</numerusform>
                <numerusform>%n återställningspunkter försvinner; enskilda kan inte väljas här.</numerusform>
            </translation>
        </message>
        <message>
            <source>Recovery points</source>
            <translation>Återställningspunkter</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Stored in the vault</source>
            <translation>Lagrat i valvet</translation>
        </message>
        <message>
            <source>Oldest recovery point</source>
            <translation>Äldsta återställningspunkt</translation>
        </message>
        <message>
            <source>Latest recovery point</source>
            <translation>Senaste återställningspunkt</translation>
        </message>
        <message>
            <source>Tick the box to confirm the consequences.</source>
            <translation>Kryssa i rutan för att bekräfta konsekvenserna.</translation>
        </message>
        <message numerus="yes">
            <source>Stop backup of %n item(s)</source>
            <translation>
                <numerusform>Stoppa säkerhetskopiering av %n objekt</numerusform>
                <numerusform>Stoppa säkerhetskopiering av %n objekt</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Ta bort för gott</translation>
        </message>
        <message>
            <source>This cannot be undone.</source>
            <translation>Det går inte att ångra.</translation>
        </message>
        <message>
            <source>Soft delete is off in this vault. Select Delete for good to go on.</source>
            <translation>Mjuk borttagning är avstängd i det här valvet. Välj Ta bort för gott för att fortsätta.</translation>
        </message>
        <message>
            <source>Retain backup data</source>
            <translation>Behåll säkerhetskopierade data</translation>
        </message>
        <message>
            <source>Kept until you delete it. Backup can be resumed.</source>
            <translation>Behålls tills du tar bort dem. Säkerhetskopieringen kan återupptas.</translation>
        </message>
        <message>
            <source>Gone at once.</source>
            <translation>Försvinner direkt.</translation>
        </message>
        <message>
            <source>Type the &amp;name of the backup item</source>
            <translation>Skriv säkerhetskopieringsobjektets &amp;namn</translation>
        </message>
        <message>
            <source>Upper and lower case matter.</source>
            <translation>Skillnad görs på stora och små bokstäver.</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>&amp;Anledning</translation>
        </message>
        <message>
            <source>&amp;Comment</source>
            <translation>&amp;Kommentar</translation>
        </message>
        <message>
            <source>Consequences</source>
            <translation>Konsekvenser</translation>
        </message>
        <message>
            <source>I understand that this cannot be undone.</source>
            <translation>Jag förstår att det inte går att ångra.</translation>
        </message>
        <message>
            <source>I understand that all recovery points are deleted.</source>
            <translation>Jag förstår att alla återställningspunkter tas bort.</translation>
        </message>
        <message>
            <source>Choose a reason</source>
            <translation>Välj en anledning</translation>
        </message>
        <message numerus="yes">
            <source>The data is kept for %n more day(s) free of charge and can be undeleted.</source>
            <translation>
                <numerusform>Data sparas kostnadsfritt i ytterligare %n dag och borttagningen kan ångras.</numerusform>
                <numerusform>Data sparas kostnadsfritt i ytterligare %n dagar och borttagningen kan ångras.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Soft-deleted for %n day(s), then gone.</source>
            <translation>
                <numerusform>Mjukt borttagna i %n dag, sedan borta.</numerusform>
                <numerusform>Mjukt borttagna i %n dagar, sedan borta.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::StorageConfigBlade</name>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>The replication type cannot be changed once backup has been configured in the vault.</source>
            <translation>Det går inte att ändra replikeringstypen när säkerhetskopiering har konfigurerats i valvet.</translation>
        </message>
        <message>
            <source>No item is protected yet. Once the first item has been protected, the choice cannot be changed.</source>
            <translation>Inget objekt skyddas ännu. När det första objektet har skyddats kan valet inte ändras.</translation>
        </message>
        <message>
            <source>Replication</source>
            <translation>Replikering</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ingen</translation>
        </message>
        <message>
            <source>Second location</source>
            <translation>Andra plats</translation>
        </message>
        <message>
            <source>Nothing has been changed.</source>
            <translation>Ingenting har ändrats.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Sparar …</translation>
        </message>
        <message>
            <source>Unsaved change</source>
            <translation>Osparad ändring</translation>
        </message>
        <message>
            <source>Confirm that you have understood what is lost.</source>
            <translation>Bekräfta att du har förstått vad som går förlorat.</translation>
        </message>
        <message>
            <source>The configuration could not be read.</source>
            <translation>Konfigurationen kunde inte läsas.</translation>
        </message>
        <message>
            <source>The configuration could not be saved.</source>
            <translation>Konfigurationen kunde inte sparas.</translation>
        </message>
        <message>
            <source>Backup configuration</source>
            <translation>Säkerhetskopieringskonfiguration</translation>
        </message>
        <message>
            <source>Storage replication type</source>
            <translation>Typ av lagringsreplikering</translation>
        </message>
        <message>
            <source>Geo-redundant</source>
            <translation>Geo-redundant</translation>
        </message>
        <message>
            <source>Keep geo-redundant if this is the primary place for your backups.</source>
            <translation>Behåll geo-redundant om det här är den primära platsen för dina säkerhetskopior.</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>second location</source>
            <translation>andra plats</translation>
        </message>
        <message>
            <source>paired region</source>
            <translation>parad region</translation>
        </message>
        <message>
            <source>after each job</source>
            <translation>efter varje jobb</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>Kopior</translation>
        </message>
        <message>
            <source>2, in two places</source>
            <translation>2, på två platser</translation>
        </message>
        <message>
            <source>6, in two regions</source>
            <translation>6, i två regioner</translation>
        </message>
        <message>
            <source>Storage used</source>
            <translation>Lagringsåtgång</translation>
        </message>
        <message>
            <source>2 times</source>
            <translation>dubbel</translation>
        </message>
        <message>
            <source>Survives</source>
            <translation>Tål</translation>
        </message>
        <message>
            <source>the loss of a place</source>
            <translation>förlust av en plats</translation>
        </message>
        <message>
            <source>Locally redundant</source>
            <translation>Lokalt redundant</translation>
        </message>
        <message>
            <source>Locally redundant is cheaper but less durable.</source>
            <translation>Lokalt redundant är billigare men mindre beständigt.</translation>
        </message>
        <message>
            <source>1, in one place</source>
            <translation>1, på en plats</translation>
        </message>
        <message>
            <source>3, in one region</source>
            <translation>3, i en region</translation>
        </message>
        <message>
            <source>once</source>
            <translation>enkel</translation>
        </message>
        <message>
            <source>nothing of its own</source>
            <translation>ingen förlust av platsen</translation>
        </message>
        <message>
            <source>the loss of a disk</source>
            <translation>förlust av en disk</translation>
        </message>
        <message>
            <source>Folder of the &amp;second location</source>
            <translation>Mapp för den &amp;andra platsen</translation>
        </message>
        <message>
            <source>An absolute path on %1: another disk or a mounted share. Empty: no second location yet.</source>
            <translation>En fullständig sökväg på %1: en annan disk eller en monterad resurs. Tomt: ingen andra plats än.</translation>
        </message>
        <message>
            <source>On another disk or a mounted share. Empty: no second location yet.</source>
            <translation>På en annan disk eller en monterad resurs. Tomt: ingen andra plats än.</translation>
        </message>
        <message>
            <source>This changes</source>
            <translation>Det här ändras</translation>
        </message>
        <message>
            <source>I understand that there is no copy in another place.</source>
            <translation>Jag förstår att det inte finns någon kopia på en annan plats.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Ignorera</translation>
        </message>
        <message>
            <source>Choose a replication type first.</source>
            <translation>Välj en replikeringstyp först.</translation>
        </message>
        <message>
            <source>az sets the replication type only, not the second location.</source>
            <translation>az ändrar bara replikeringstypen, inte den andra platsen.</translation>
        </message>
        <message>
            <source>Somebody else has changed the configuration meanwhile.</source>
            <translation>Någon annan har ändrat konfigurationen under tiden.</translation>
        </message>
        <message>
            <source>They chose: %1.</source>
            <translation>De valde: %1.</translation>
        </message>
        <message>
            <source>They chose: %1, second location %2.</source>
            <translation>De valde: %1, andra platsen %2.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::StoreNotice</name>
        <message>
            <source>Showing data from %1.</source>
            <translation>Visar data från %1.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
    </context>
    <context>
        <name>valv::views::StoreTable</name>
        <message>
            <source>Showing data from %1.</source>
            <translation>Visar data från %1.</translation>
        </message>
        <message>
            <source>The list could not be read.</source>
            <translation>Listan kunde inte läsas.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Nothing matches the filter</source>
            <translation>Inget matchar filtret</translation>
        </message>
        <message>
            <source>Change the filter, or clear it to see all rows.</source>
            <translation>Ändra filtret eller rensa det för att se alla rader.</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>Rensa filter</translation>
        </message>
        <message>
            <source>What could be read is shown.</source>
            <translation>Det som kunde läsas visas.</translation>
        </message>
        <message>
            <source>Not everything could be read.</source>
            <translation>Allt kunde inte läsas.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::Table</name>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Default columns</source>
            <translation>Standardkolumner</translation>
        </message>
        <message>
            <source>This column is always shown.</source>
            <translation>Den här kolumnen visas alltid.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::TagsEditor</name>
        <message>
            <source>Delete removes the tag</source>
            <translation>Delete tar bort taggen</translation>
        </message>
        <message>
            <source>Enter a name for the tag.</source>
            <translation>Ange ett namn på taggen.</translation>
        </message>
        <message>
            <source>The character “%1” is not allowed in the name of a tag.</source>
            <translation>Tecknet ”%1” är inte tillåtet i namnet på en tagg.</translation>
        </message>
        <message>
            <source>There is already a tag with this name.</source>
            <translation>Det finns redan en tagg med det här namnet.</translation>
        </message>
        <message numerus="yes">
            <source>There can be at most %n tag(s).</source>
            <translation>
                <numerusform>Det kan finnas högst %n tagg.</numerusform>
                <numerusform>Det kan finnas högst %n taggar.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Lägg till</translation>
        </message>
        <message>
            <source>Add tag</source>
            <translation>Lägg till tagg</translation>
        </message>
        <message>
            <source>Tag name</source>
            <translation>Taggens namn</translation>
        </message>
        <message>
            <source>Tag value</source>
            <translation>Taggens värde</translation>
        </message>
        <message>
            <source>Add the tag</source>
            <translation>Lägg till taggen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Do not add the tag</source>
            <translation>Lägg inte till taggen</translation>
        </message>
    </context>
    <context>
        <name>valv::views::TierMark</name>
        <message>
            <source>Daily</source>
            <translation>Dagligen</translation>
        </message>
        <message>
            <source>Weekly</source>
            <translation>Veckovis</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>Månadsvis</translation>
        </message>
        <message>
            <source>Yearly</source>
            <translation>Årsvis</translation>
        </message>
    </context>
    <context>
        <name>valv::views::Toast</name>
        <message>
            <source>Close</source>
            <translation>Stäng</translation>
        </message>
    </context>
    <context>
        <name>valv::views::TopBar</name>
        <message>
            <source>Settings</source>
            <translation>Inställningar</translation>
        </message>
        <message>
            <source>Search resources, commands …</source>
            <translation>Sök resurser, kommandon …</translation>
        </message>
        <message>
            <source>Search resources and commands</source>
            <translation>Sök resurser och kommandon</translation>
        </message>
    </context>
    <context>
        <name>valv::views::UndeleteBlade</name>
        <message numerus="yes">
            <source>%n day(s) until permanent deletion</source>
            <translation>
                <numerusform>%n dag kvar till permanent borttagning</numerusform>
                <numerusform>%n dagar kvar till permanent borttagning</numerusform>
            </translation>
        </message>
        <message>
            <source>The items become stopped with all their data. They can then be restored, or resumed.</source>
            <translation>Objekten blir stoppade med alla sina data. De kan sedan återställas eller återupptas.</translation>
        </message>
        <message>
            <source>%1 becomes stopped with all its data. It can then be restored, or resumed.</source>
            <translation>%1 blir stoppat med alla sina data. Det kan sedan återställas eller återupptas.</translation>
        </message>
        <message numerus="yes">
            <source>Undelete %n item(s)</source>
            <translation>
                <numerusform>Ångra borttagning av %n objekt</numerusform>
                <numerusform>Ångra borttagning av %n objekt</numerusform>
            </translation>
        </message>
        <message>
            <source>Undelete</source>
            <translation>Ångra borttagning</translation>
        </message>
    </context>
    <context>
        <name>valv::views::UndoBar</name>
        <message>
            <source>Undo</source>
            <translation>Ångra</translation>
        </message>
    </context>
    <context>
        <name>valv::views::UnsavedBar</name>
        <message>
            <source>This is not done yet.</source>
            <translation>Det här är inte klart ännu.</translation>
        </message>
        <message>
            <source>Closing does not stop it, but you will not see here how it went.</source>
            <translation>Det avbryts inte om du stänger, men du får inte se här hur det gick.</translation>
        </message>
        <message>
            <source>Close anyway</source>
            <translation>Stäng ändå</translation>
        </message>
        <message>
            <source>There are unsaved changes.</source>
            <translation>Det finns ändringar som inte har sparats.</translation>
        </message>
        <message>
            <source>Save them below, or discard them.</source>
            <translation>Spara dem nedan eller ignorera dem.</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>Ignorera ändringarna</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultChooser</name>
        <message>
            <source>Choose a vault</source>
            <translation>Välj ett valv</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>There is no vault in the machine's region (%1). Create one.</source>
            <translation>Det finns inget valv i datorns region (%1). Skapa ett.</translation>
        </message>
        <message>
            <source>Select existing</source>
            <translation>Välj befintligt</translation>
        </message>
        <message>
            <source>Create new</source>
            <translation>Skapa nytt</translation>
        </message>
        <message>
            <source>&amp;Vault</source>
            <translation>&amp;Valv</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Varför?</translation>
        </message>
        <message>
            <source>Why is a vault missing?</source>
            <translation>Varför saknas ett valv?</translation>
        </message>
        <message>
            <source>&amp;Vault name</source>
            <translation>&amp;Valvnamn</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Create a vault with other values</source>
            <translation>Skapa ett valv med andra värden</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n vault(s) shown: only those in the machine's region (%2).</source>
            <translation>
                <numerusform>%1 av %n valv visas: bara de i datorns region (%2).</numerusform>
                <numerusform>%1 av %n valv visas: bara de i datorns region (%2).</numerusform>
            </translation>
        </message>
        <message>
            <source>The vaults could not be read</source>
            <translation>Valven kunde inte läsas in</translation>
        </message>
        <message>
            <source>The vaults could not be read.</source>
            <translation>Valven kunde inte läsas in.</translation>
        </message>
        <message>
            <source>The vaults are being read.</source>
            <translation>Valven läses in.</translation>
        </message>
        <message>
            <source>The vault %1 is gone. Choose another one.</source>
            <translation>Valvet %1 finns inte längre. Välj ett annat.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultEvents</name>
        <message>
            <source>%1: the last backup failed</source>
            <extracomment>%1 is a machine</extracomment>
            <translation>%1: senaste kopian misslyckades</translation>
        </message>
        <message>
            <source>%1: the last backup completed with warnings</source>
            <translation>%1: senaste kopian fick varningar</translation>
        </message>
        <message>
            <source>The vault has no second location</source>
            <translation>Valvet har ingen andra plats</translation>
        </message>
        <message>
            <source>The second location can't be reached</source>
            <translation>Den andra platsen går inte att nå</translation>
        </message>
        <message>
            <source>The second location is behind</source>
            <translation>Den andra platsen ligger efter</translation>
        </message>
        <message>
            <source>Nobody has checked the recovery key</source>
            <translation>Ingen har provat återställningsnyckeln</translation>
        </message>
        <message>
            <source>Last backup</source>
            <translation>Senaste kopia</translation>
        </message>
        <message>
            <source>Pre-check</source>
            <translation>Förkontroll</translation>
        </message>
        <message>
            <source>Replication</source>
            <translation>Replikering</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>Återställningsnyckel</translation>
        </message>
        <message>
            <source>%1: action required</source>
            <extracomment>what the backup pre-check says of a machine</extracomment>
            <translation>%1: åtgärd krävs</translation>
        </message>
        <message>
            <source>%1: action suggested</source>
            <translation>%1: åtgärd föreslås</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultForm</name>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Choose a location</source>
            <translation>Välj en plats</translation>
        </message>
        <message>
            <source>The locations could not be read</source>
            <translation>Platserna kunde inte läsas</translation>
        </message>
        <message numerus="yes">
            <source>Suggestion: %1, with %n unprotected virtual machine(s)</source>
            <translation>
                <numerusform>Förslag: %1, med %n oskyddad virtuell dator</numerusform>
                <numerusform>Förslag: %1, med %n oskyddade virtuella datorer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unprotected virtual machine(s) in the region</source>
            <translation>
                <numerusform>%n oskyddad virtuell dator i regionen</numerusform>
                <numerusform>%n oskyddade virtuella datorer i regionen</numerusform>
            </translation>
        </message>
        <message>
            <source>The group is created in the same region as the vault.</source>
            <translation>Gruppen skapas i samma region som valvet.</translation>
        </message>
        <message>
            <source>Project information</source>
            <translation>Projektinformation</translation>
        </message>
        <message>
            <source>&amp;Subscription</source>
            <translation>&amp;Prenumeration</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>Prenumeration</translation>
        </message>
        <message>
            <source>&amp;Resource group</source>
            <translation>&amp;Resursgrupp</translation>
        </message>
        <message>
            <source>Use the existing one</source>
            <translation>Använd den befintliga</translation>
        </message>
        <message>
            <source>Vault information</source>
            <translation>Valvinformation</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Namn</translation>
        </message>
        <message>
            <source>&amp;Location</source>
            <translation>P&amp;lats</translation>
        </message>
        <message>
            <source>The vault must be in the same region as the virtual machines it is to protect.</source>
            <translation>Valvet måste finnas i samma region som de virtuella datorer som det ska skydda.</translation>
        </message>
        <message>
            <source>Secon&amp;d location</source>
            <translation>An&amp;dra plats</translation>
        </message>
        <message>
            <source>A folder on %1 that all copies are copied to as well: another disk or a mounted share. It can also be chosen later.</source>
            <translation>En mapp på %1 dit alla kopior också kopieras: en annan disk eller en monterad resurs. Den kan även väljas senare.</translation>
        </message>
        <message>
            <source>A folder that all copies are copied to as well: on another disk or a mounted share. It can also be chosen later.</source>
            <translation>En mapp dit alla kopior också kopieras: på en annan disk eller en monterad resurs. Den kan även väljas senare.</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Taggar</translation>
        </message>
        <message>
            <source>Creating the vault %1…</source>
            <translation>Skapar valvet %1 …</translation>
        </message>
        <message>
            <source>Correct the name first.</source>
            <translation>Rätta namnet först.</translation>
        </message>
        <message>
            <source>Enter name, resource group and location first.</source>
            <translation>Ange namn, resursgrupp och plats först.</translation>
        </message>
        <message>
            <source>The vault %1 could not be created.</source>
            <translation>Valvet %1 kunde inte skapas.</translation>
        </message>
        <message>
            <source>Choose a subscription</source>
            <translation>Välj en prenumeration</translation>
        </message>
        <message>
            <source>The subscriptions could not be read</source>
            <translation>Prenumerationerna kunde inte läsas in</translation>
        </message>
        <message>
            <source>The subscriptions could not be read.</source>
            <translation>Prenumerationerna kunde inte läsas in.</translation>
        </message>
        <message>
            <source>The subscriptions are being read.</source>
            <translation>Prenumerationerna läses in.</translation>
        </message>
        <message>
            <source>The locations could not be read.</source>
            <translation>Platserna kunde inte läsas in.</translation>
        </message>
        <message>
            <source>The locations are being read.</source>
            <translation>Platserna läses in.</translation>
        </message>
        <message>
            <source>The resource groups could not be read.</source>
            <translation>Resursgrupperna kunde inte läsas in.</translation>
        </message>
        <message>
            <source>The resource groups are being read.</source>
            <translation>Resursgrupperna läses in.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultInfrastructurePage</name>
        <message>
            <source>Backup infrastructure</source>
            <translation>Infrastruktur för säkerhetskopiering</translation>
        </message>
        <message>
            <source>Storage replication: %1</source>
            <translation>Lagringsreplikering: %1</translation>
        </message>
        <message>
            <source>Checked %1</source>
            <translation>Provad %1</translation>
        </message>
        <message>
            <source>Not checked yet</source>
            <translation>Inte provad än</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Tillstånd</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Mapp</translation>
        </message>
        <message>
            <source>Not copied yet</source>
            <translation>Inte kopierat än</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>ingenting</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>sedan %1</translation>
        </message>
        <message>
            <source>Last check</source>
            <translation>Senaste kontroll</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) repaired</source>
            <translation>
                <numerusform>%n fil reparerad</numerusform>
                <numerusform>%n filer reparerade</numerusform>
            </translation>
        </message>
        <message>
            <source>All copied</source>
            <translation>Allt kopierat</translation>
        </message>
        <message>
            <source>The vault has no second location.</source>
            <translation>Valvet har ingen andra plats.</translation>
        </message>
        <message>
            <source>If its disk is lost, all recovery points are lost.</source>
            <translation>Om dess disk går förlorad är alla återställningspunkter borta.</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Välj en mapp</translation>
        </message>
        <message>
            <source>Both locations are on the same disk.</source>
            <translation>Båda platserna finns på samma disk.</translation>
        </message>
        <message>
            <source>If it is lost, both are. Choose a folder on another disk or a mounted share.</source>
            <translation>Går den förlorad försvinner båda. Välj en mapp på en annan disk eller en monterad resurs.</translation>
        </message>
        <message>
            <source>It is being copied.</source>
            <translation>Kopiering pågår.</translation>
        </message>
        <message>
            <source>Copying could not be started.</source>
            <translation>Kopieringen kunde inte startas.</translation>
        </message>
        <message>
            <source>Backup configuration</source>
            <translation>Säkerhetskopieringskonfiguration</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>Återställningsnyckel</translation>
        </message>
        <message>
            <source>Second location</source>
            <translation>Andra plats</translation>
        </message>
        <message>
            <source>Copy and check now</source>
            <translation>Kopiera och kontrollera nu</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultJobsCard</name>
        <message>
            <source>Jobs per day</source>
            <translation>Jobb per dygn</translation>
        </message>
        <message>
            <source>%1 completed, %2 with warnings, %3 failed</source>
            <translation>%1 slutförda, %2 med varning, %3 misslyckade</translation>
        </message>
        <message>
            <source>Completed %1</source>
            <translation>Slutförda %1</translation>
        </message>
        <message>
            <source>With warnings %1</source>
            <translation>Med varning %1</translation>
        </message>
        <message>
            <source>Failed %1</source>
            <translation>Misslyckade %1</translation>
        </message>
        <message>
            <source>Reading the jobs …</source>
            <translation>Läser jobben …</translation>
        </message>
        <message>
            <source>The jobs could not be read.</source>
            <translation>Jobben kunde inte läsas.</translation>
        </message>
        <message>
            <source>No job has run in these days.</source>
            <translation>Inget jobb har körts de här dagarna.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultListPage</name>
        <message>
            <source>recovery-services-vaults.csv</source>
            <translation>recovery-services-valv.csv</translation>
        </message>
        <message>
            <source>Recovery Services vaults</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>The vault is not ready yet.</source>
            <translation>Valvet är inte klart än.</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <source>Properties</source>
            <translation>Egenskaper</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n vault(s)</source>
            <translation>
                <numerusform>%1 av %n valv</numerusform>
                <numerusform>%1 av %n valv</numerusform>
            </translation>
        </message>
        <message>
            <source>Filter by name or tag</source>
            <translation>Filtrera på namn eller tagg</translation>
        </message>
        <message>
            <source>Subscription:</source>
            <translation>Prenumeration:</translation>
        </message>
        <message>
            <source>Resource group:</source>
            <translation>Resursgrupp:</translation>
        </message>
        <message>
            <source>Location:</source>
            <translation>Plats:</translation>
        </message>
        <message>
            <source>Redundancy:</source>
            <translation>Redundans:</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Lägg till</translation>
        </message>
        <message>
            <source>No Recovery Services vaults to show</source>
            <translation>Inga Recovery Services-valv att visa</translation>
        </message>
        <message>
            <source>A vault keeps the copies and recovery points of the virtual machines of one region.</source>
            <translation>Ett valv lagrar säkerhetskopior och återställningspunkter för de virtuella datorerna i en region.</translation>
        </message>
        <message>
            <source>Attach</source>
            <translation>Anslut</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Aviseringar</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultLocksPage</name>
        <message>
            <source>The lock has not been added.</source>
            <translation>Låset har inte lagts till.</translation>
        </message>
        <message>
            <source>Locks</source>
            <translation>Lås</translation>
        </message>
        <message>
            <source>There is no lock. A lock keeps a vault from being deleted, or from being changed at all, by anybody; scheduled backups go on.</source>
            <translation>Det finns inget lås. Ett lås hindrar att ett valv tas bort, eller alls ändras, av någon. Schemalagda säkerhetskopieringar fortsätter.</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Read-only</source>
            <translation>Skrivskyddat</translation>
        </message>
        <message>
            <source>Can't be deleted</source>
            <translation>Kan inte tas bort</translation>
        </message>
        <message>
            <source>this vault</source>
            <translation>det här valvet</translation>
        </message>
        <message>
            <source>resource group %1</source>
            <translation>resursgruppen %1</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <source>Delete the lock %1</source>
            <translation>Ta bort låset %1</translation>
        </message>
        <message>
            <source>Enter a name for the lock.</source>
            <translation>Ange ett namn på låset.</translation>
        </message>
        <message>
            <source>The character “%1” is not allowed in the name of a lock.</source>
            <translation>Tecknet ”%1” är inte tillåtet i namnet på ett lås.</translation>
        </message>
        <message>
            <source>The vault already has a lock with this name.</source>
            <translation>Valvet har redan ett lås med det här namnet.</translation>
        </message>
        <message>
            <source>The lock could not be added.</source>
            <translation>Låset kunde inte läggas till.</translation>
        </message>
        <message>
            <source>The lock could not be deleted.</source>
            <translation>Låset kunde inte tas bort.</translation>
        </message>
        <message>
            <source>Add lock</source>
            <translation>Lägg till lås</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Namn</translation>
        </message>
        <message>
            <source>L&amp;evel</source>
            <translation>Ni&amp;vå</translation>
        </message>
        <message>
            <source>N&amp;otes</source>
            <translation>An&amp;teckning</translation>
        </message>
        <message>
            <source>Why it is locked, for those who come across it.</source>
            <translation>Varför det är låst, för den som stöter på det.</translation>
        </message>
        <message>
            <source>the vault can be used and changed</source>
            <translation>valvet kan användas och ändras</translation>
        </message>
        <message>
            <source>nothing can be changed by hand</source>
            <translation>ingenting kan ändras för hand</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Sparar …</translation>
        </message>
        <message>
            <source>Removing…</source>
            <translation>Tar bort …</translation>
        </message>
        <message>
            <source>The locks could not be read.</source>
            <translation>Låsen kunde inte läsas in.</translation>
        </message>
        <message>
            <source>The lock %1 has been deleted.</source>
            <translation>Låset %1 har tagits bort.</translation>
        </message>
        <message>
            <source>The lock could not be taken back.</source>
            <translation>Låset kunde inte återställas.</translation>
        </message>
        <message>
            <source>The vault can be deleted and changed again, unless another lock prevents it.</source>
            <translation>Valvet går att ta bort och ändra igen, om inget annat lås hindrar det.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultMenu</name>
        <message>
            <source>Manage</source>
            <translation>Hantera</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Taggar</translation>
        </message>
        <message>
            <source>Infrastructure</source>
            <translation>Infrastruktur</translation>
        </message>
        <message>
            <source>Properties</source>
            <translation>Egenskaper</translation>
        </message>
        <message>
            <source>Locks</source>
            <translation>Lås</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Jobb</translation>
        </message>
        <message>
            <source>Monitoring</source>
            <translation>Övervakning</translation>
        </message>
        <message>
            <source>Protection</source>
            <translation>Skydd</translation>
        </message>
        <message>
            <source>Protected items</source>
            <translation>Skyddade objekt</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>Principer</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Aviseringar</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Rapporter</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Säkerhetskopiering</translation>
        </message>
        <message>
            <source>Get started</source>
            <translation>Kom igång</translation>
        </message>
        <message>
            <source>Protection rules</source>
            <translation>Skyddsregler</translation>
        </message>
        <message>
            <source>Recovery Services vaults</source>
            <translation>Recovery Services-valv</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultNameField</name>
        <message>
            <source>Use %1</source>
            <translation>Använd %1</translation>
        </message>
        <message>
            <source>The name is available</source>
            <translation>Namnet är ledigt</translation>
        </message>
        <message>
            <source>2–50 characters; letters, digits and hyphens; starts with a letter.</source>
            <translation>2–50 tecken; bokstäver, siffror och bindestreck; börjar med en bokstav.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultOverviewPage</name>
        <message>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Säkerhetskopiering</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>Återställningsnyckel</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <source>Essentials</source>
            <translation>Sammanfattning</translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Visa</translation>
        </message>
        <message>
            <source>Show backup items</source>
            <translation>Visa säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Virtual machines</source>
            <translation>Virtuella datorer</translation>
        </message>
        <message>
            <source>Unprotected</source>
            <extracomment>Machines that no vault protects. Keep short.</extracomment>
            <translation>Oskyddade</translation>
        </message>
        <message>
            <source>Virtual machines in the region that no vault protects</source>
            <translation>Virtuella datorer i regionen som inget valv skyddar</translation>
        </message>
        <message>
            <source>Backup jobs</source>
            <translation>Säkerhetskopieringsjobb</translation>
        </message>
        <message>
            <source>last 24 h</source>
            <translation>senaste 24 h</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>Pågår</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Misslyckades</translation>
        </message>
        <message>
            <source>Backup alerts</source>
            <translation>Aviseringar om säkerhetskopiering</translation>
        </message>
        <message>
            <source>The vault is not ready yet.</source>
            <translation>Valvet är inte klart än.</translation>
        </message>
        <message>
            <source>Storage replication</source>
            <translation>Lagringsreplikering</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>Prenumeration</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>Plats</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Encryption at rest</source>
            <translation>Kryptering i vila</translation>
        </message>
        <message>
            <source>AES-256, the vault's own key</source>
            <translation>AES-256, valvets egen nyckel</translation>
        </message>
        <message>
            <source>Checked %1</source>
            <translation>Provad %1</translation>
        </message>
        <message>
            <source>Not checked yet</source>
            <translation>Inte provad än</translation>
        </message>
        <message>
            <source>The last backup failed</source>
            <translation>Senaste kopian misslyckades</translation>
        </message>
        <message>
            <source>Stopped or deleted</source>
            <translation>Stoppade eller borttagna</translation>
        </message>
        <message>
            <source>Pre-check: warning</source>
            <translation>Förkontroll: varning</translation>
        </message>
        <message>
            <source>Pre-check: critical</source>
            <translation>Förkontroll: kritisk</translation>
        </message>
        <message>
            <source>Nothing needs attention.</source>
            <translation>Inget kräver åtgärd.</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) wait for the first backup.</source>
            <translation>
                <numerusform>%n objekt väntar på den första säkerhetskopieringen.</numerusform>
                <numerusform>%n objekt väntar på den första säkerhetskopieringen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Run Backup now unless the first scheduled backup starts soon.</source>
            <translation>Kör Säkerhetskopiera nu om inte den första schemalagda säkerhetskopieringen startar snart.</translation>
        </message>
        <message>
            <source>Backup now</source>
            <translation>Säkerhetskopiera nu</translation>
        </message>
        <message>
            <source>Nothing is protected in this vault yet.</source>
            <translation>Inget skyddas i det här valvet än.</translation>
        </message>
        <message numerus="yes">
            <source>%n unprotected virtual machine(s) in the region</source>
            <translation>
                <numerusform>%n oskyddad virtuell dator i regionen</numerusform>
                <numerusform>%n oskyddade virtuella datorer i regionen</numerusform>
            </translation>
        </message>
        <message>
            <source>The vault must be in the same region as the virtual machines it is to protect.</source>
            <translation>Valvet måste finnas i samma region som de virtuella datorer som det ska skydda.</translation>
        </message>
        <message>
            <source>Choose virtual machines</source>
            <translation>Välj virtuella datorer</translation>
        </message>
        <message>
            <source>Show alerts</source>
            <translation>Visa aviseringar</translation>
        </message>
        <message>
            <source>Critical</source>
            <translation>Kritisk</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Varning</translation>
        </message>
        <message>
            <source>Show locks</source>
            <translation>Visa lås</translation>
        </message>
        <message>
            <source>Reading the alerts …</source>
            <translation>Läser aviseringarna …</translation>
        </message>
        <message>
            <source>The alerts could not be read.</source>
            <translation>Aviseringarna kunde inte läsas.</translation>
        </message>
        <message>
            <source>Reading the backup items …</source>
            <translation>Läser säkerhetskopieringsobjekten …</translation>
        </message>
        <message>
            <source>The backup items could not be read.</source>
            <translation>Säkerhetskopieringsobjekten kunde inte läsas.</translation>
        </message>
        <message>
            <source>Choose the virtual machines first.</source>
            <translation>Välj de virtuella datorerna först.</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>Behöver åtgärdas</translation>
        </message>
        <message>
            <source>(no second location yet)</source>
            <translation>(ingen andra plats än)</translation>
        </message>
        <message>
            <source>Integrity check</source>
            <translation>Integritetskontroll</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultPage</name>
        <message>
            <source>Refresh</source>
            <translation>Uppdatera</translation>
        </message>
        <message>
            <source>Open the form again</source>
            <translation>Öppna formuläret igen</translation>
        </message>
        <message>
            <source>The vault could not be read.</source>
            <translation>Valvet kunde inte läsas.</translation>
        </message>
        <message>
            <source>The vault is not there.</source>
            <translation>Valvet finns inte.</translation>
        </message>
        <message>
            <source>It may have been deleted or moved. Refresh the list of vaults.</source>
            <translation>Det kan ha tagits bort eller flyttats. Uppdatera listan över valv.</translation>
        </message>
        <message>
            <source>Recovery Services vault</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>Recovery Services vaults</source>
            <translation>Recovery Services-valv</translation>
        </message>
        <message>
            <source>Estimated monthly cost</source>
            <translation>Uppskattad månadskostnad</translation>
        </message>
        <message>
            <source>(a price or a size is missing)</source>
            <translation>(ett pris eller en storlek saknas)</translation>
        </message>
        <message>
            <source>Not everything could be read.</source>
            <translation>Allt kunde inte läsas.</translation>
        </message>
        <message>
            <source>The vault %1 could not be created.</source>
            <translation>Valvet %1 kunde inte skapas.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultPicker</name>
        <message>
            <source>The vaults have not been read yet.</source>
            <translation>Valven har inte lästs in än.</translation>
        </message>
        <message>
            <source>There is no vault yet.</source>
            <translation>Det finns inget valv ännu.</translation>
        </message>
        <message>
            <source>No vault is ready yet.</source>
            <translation>Inget valv är klart ännu.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultPropertiesPage</name>
        <message>
            <source>Enter a date after today.</source>
            <translation>Ange ett datum efter i dag.</translation>
        </message>
        <message>
            <source>Properties</source>
            <translation>Egenskaper</translation>
        </message>
        <message>
            <source>Resource ID</source>
            <translation>Resurs-ID</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Mapp</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Namn</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>Plats</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>Prenumeration</translation>
        </message>
        <message>
            <source>Storage redundancy</source>
            <translation>Lagringsredundans</translation>
        </message>
        <message>
            <source>The key was typed correctly on %1.</source>
            <translation>Nyckeln skrevs rätt %1.</translation>
        </message>
        <message>
            <source>Nobody has checked on this computer that the key is kept.</source>
            <translation>Ingen har på den här datorn provat att nyckeln finns förvarad.</translation>
        </message>
        <message>
            <source>It is always on for this vault.</source>
            <translation>Den är alltid på för det här valvet.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Sparar …</translation>
        </message>
        <message numerus="yes">
            <source>Deleted backup data is kept for %n more day(s), free of charge, and can be undeleted.</source>
            <translation>
                <numerusform>Borttagna säkerhetskopierade data sparas kostnadsfritt i ytterligare %n dag, och borttagningen kan ångras.</numerusform>
                <numerusform>Borttagna säkerhetskopierade data sparas kostnadsfritt i ytterligare %n dagar, och borttagningen kan ångras.</numerusform>
            </translation>
        </message>
        <message>
            <source>Locked until %1: nobody can turn it off or move the date nearer.</source>
            <translation>Låst till %1: ingen kan stänga av det eller tidigarelägga datumet.</translation>
        </message>
        <message>
            <source>Locked for good: nobody can turn it off.</source>
            <translation>Låst för alltid: ingen kan stänga av det.</translation>
        </message>
        <message>
            <source>No recovery point goes before the time that its policy gave it, whoever asks.</source>
            <translation>Ingen återställningspunkt försvinner före den tid som dess princip gav den, vem som än ber om det.</translation>
        </message>
        <message>
            <source>Extend</source>
            <translation>Förläng</translation>
        </message>
        <message>
            <source>Lock until the date</source>
            <translation>Lås till datumet</translation>
        </message>
        <message>
            <source>Turn soft delete off?</source>
            <translation>Stänga av mjuk borttagning?</translation>
        </message>
        <message>
            <source>Backup data that is deleted from then on is gone at once and can't be undeleted. What is already soft-deleted stays out its days.</source>
            <translation>Säkerhetskopierade data som tas bort därefter försvinner genast och kan inte hämtas tillbaka. Det som redan är mjukt borttaget ligger kvar sina dagar.</translation>
        </message>
        <message>
            <source>Turn off</source>
            <translation>Stäng av</translation>
        </message>
        <message>
            <source>Lock until %1?</source>
            <translation>Låsa till %1?</translation>
        </message>
        <message>
            <source>Until then nobody can delete a recovery point early, turn this off, or delete the vault: not you either.</source>
            <translation>Till dess kan ingen ta bort en återställningspunkt i förtid, stänga av detta eller ta bort valvet, inte heller du.</translation>
        </message>
        <message>
            <source>The setting could not be saved.</source>
            <translation>Inställningen kunde inte sparas.</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Tillstånd</translation>
        </message>
        <message>
            <source>Version of the settings (ETag)</source>
            <translation>Inställningarnas version (ETag)</translation>
        </message>
        <message>
            <source>Backup items</source>
            <translation>Säkerhetskopieringsobjekt</translation>
        </message>
        <message>
            <source>Jobs in the last 30 days</source>
            <translation>Jobb de senaste 30 dagarna</translation>
        </message>
        <message>
            <source>Last updated</source>
            <translation>Senast uppdaterat</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopierat</translation>
        </message>
        <message>
            <source>Security settings</source>
            <translation>Säkerhetsinställningar</translation>
        </message>
        <message>
            <source>Soft delete</source>
            <translation>Mjuk borttagning</translation>
        </message>
        <message>
            <source>Immutable vault</source>
            <translation>Oföränderligt valv</translation>
        </message>
        <message>
            <source>&amp;Lock until</source>
            <translation>&amp;Lås till</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>Återställningsnyckel</translation>
        </message>
        <message>
            <source>It opens the vault when this computer is lost. Who has it can read everything in the vault.</source>
            <translation>Den öppnar valvet om den här datorn går förlorad. Den som har den kan läsa allt i valvet.</translation>
        </message>
        <message>
            <source>Show, save or test the key</source>
            <translation>Visa, spara eller prova nyckeln</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>Diagnostik</translation>
        </message>
        <message>
            <source>Copy for support</source>
            <translation>Kopiera för support</translation>
        </message>
        <message>
            <source>Lock the vault</source>
            <translation>Lås valvet</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultStorageCard</name>
        <message>
            <source>+%1 a day on average</source>
            <extracomment>how a vault grows; %1 is a size</extracomment>
            <translation>+%1 per dygn i snitt</translation>
        </message>
        <message>
            <source>−%1 a day on average</source>
            <translation>−%1 per dygn i snitt</translation>
        </message>
        <message>
            <source>How the vault has grown could not be read.</source>
            <translation>Det gick inte att läsa hur valvet har vuxit.</translation>
        </message>
        <message>
            <source>How the vault grows is shown here after the first backups.</source>
            <translation>Här visas hur valvet växer efter de första säkerhetskopieringarna.</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Hämtar …</translation>
        </message>
        <message>
            <source>Storage growth</source>
            <translation>Lagringstillväxt</translation>
        </message>
        <message>
            <source>From %1 on %2 to %3 on %4.</source>
            <translation>Från %1 den %2 till %3 den %4.</translation>
        </message>
        <message>
            <source>Backup storage</source>
            <translation>Lagring för säkerhetskopior</translation>
        </message>
        <message>
            <source>30 d</source>
            <extracomment>periods of a chart: 30 days, 90 days, a year. Keep short.</extracomment>
            <translation>30 d</translation>
        </message>
        <message>
            <source>90 d</source>
            <translation>90 d</translation>
        </message>
        <message>
            <source>1 year</source>
            <translation>1 år</translation>
        </message>
        <message>
            <source>Period of the chart</source>
            <translation>Diagrammets period</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultTagsPage</name>
        <message>
            <source>Tags</source>
            <translation>Taggar</translation>
        </message>
        <message>
            <source>The tags have been changed and not saved.</source>
            <translation>Taggarna har ändrats men inte sparats.</translation>
        </message>
        <message>
            <source>Nothing has been changed.</source>
            <translation>Ingenting har ändrats.</translation>
        </message>
        <message>
            <source>The tags could not be saved.</source>
            <translation>Taggarna kunde inte sparas.</translation>
        </message>
        <message>
            <source>Tags are names and values of your own, for finding vaults in lists and for reports.</source>
            <translation>Taggar är egna namn och värden, för att hitta valv i listor och för rapporter.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Ignorera</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Sparar …</translation>
        </message>
        <message>
            <source>Somebody else has changed the vault meanwhile.</source>
            <translation>Någon annan har ändrat valvet under tiden.</translation>
        </message>
        <message>
            <source>The tags are being saved.</source>
            <translation>Taggarna sparas.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VmBackupPage</name>
        <message>
            <source>Backup</source>
            <translation>Säkerhetskopiering</translation>
        </message>
        <message>
            <source>The virtual machine is not there.</source>
            <translation>Den virtuella datorn finns inte.</translation>
        </message>
        <message>
            <source>It may have been deleted or moved.</source>
            <translation>Den kan ha tagits bort eller flyttats.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>It cannot be determined whether the virtual machine is already backed up.</source>
            <translation>Det går inte att avgöra om den virtuella datorn redan säkerhetskopieras.</translation>
        </message>
        <message>
            <source>The virtual machine could not be read.</source>
            <translation>Den virtuella datorn kunde inte läsas.</translation>
        </message>
        <message>
            <source>A policy made here is not saved before backup is enabled.</source>
            <translation>En princip som gjorts här sparas först när säkerhetskopiering aktiveras.</translation>
        </message>
        <message>
            <source>The backup items could not be read.</source>
            <translation>Säkerhetskopieringsobjekten kunde inte läsas.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VmListPage</name>
        <message>
            <source>virtual-machines.csv</source>
            <translation>virtuella-datorer.csv</translation>
        </message>
        <message>
            <source>Virtual machines</source>
            <translation>Virtuella datorer</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Säkerhetskopiering</translation>
        </message>
        <message>
            <source>%1 of %2 machines</source>
            <extracomment>%1 shown, %2 in all</extracomment>
            <translation>%1 av %2 datorer</translation>
        </message>
        <message>
            <source>Filter by name or tag</source>
            <translation>Filtrera på namn eller tagg</translation>
        </message>
        <message>
            <source>Subscription:</source>
            <translation>Prenumeration:</translation>
        </message>
        <message>
            <source>Resource group:</source>
            <translation>Resursgrupp:</translation>
        </message>
        <message>
            <source>Region:</source>
            <translation>Region:</translation>
        </message>
        <message>
            <source>Protection:</source>
            <translation>Skydd:</translation>
        </message>
        <message>
            <source>No virtual machines yet</source>
            <translation>Inga virtuella datorer ännu</translation>
        </message>
        <message>
            <source>There are no virtual machines in the selected subscriptions.</source>
            <translation>Det finns inga virtuella datorer i de valda prenumerationerna.</translation>
        </message>
        <message numerus="yes">
            <source>Enable backup for %n machine(s)</source>
            <translation>
                <numerusform>Aktivera säkerhetskopiering för %n dator</numerusform>
                <numerusform>Aktivera säkerhetskopiering för %n datorer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::VmOverviewPage</name>
        <message>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <source>Essentials</source>
            <translation>Sammanfattning</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Säkerhetskopiering</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öppna</translation>
        </message>
        <message>
            <source>Open backup</source>
            <translation>Öppna säkerhetskopiering</translation>
        </message>
        <message>
            <source>Disks</source>
            <translation>Diskar</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Uppdatera</translation>
        </message>
        <message>
            <source>The virtual machine is not there.</source>
            <translation>Den virtuella datorn finns inte.</translation>
        </message>
        <message>
            <source>It may have been deleted or moved. Refresh the list of virtual machines.</source>
            <translation>Den kan ha tagits bort eller flyttats. Uppdatera listan över virtuella datorer.</translation>
        </message>
        <message>
            <source>Machine ID</source>
            <translation>Dator-ID</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Resource group</source>
            <translation>Resursgrupp</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>Prenumeration</translation>
        </message>
        <message>
            <source>Operating system</source>
            <translation>Operativsystem</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Storlek</translation>
        </message>
        <message>
            <source>VM agent</source>
            <translation>VM-agent</translation>
        </message>
        <message>
            <source>Vault</source>
            <translation>Valv</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Princip</translation>
        </message>
        <message>
            <source>Last backup</source>
            <translation>Senaste säkerhetskopiering</translation>
        </message>
        <message>
            <source>Next backup</source>
            <translation>Nästa säkerhetskopiering</translation>
        </message>
        <message>
            <source>Latest recovery point</source>
            <translation>Senaste återställningspunkt</translation>
        </message>
        <message>
            <source>(%1 used)</source>
            <translation>(%1 använt)</translation>
        </message>
        <message>
            <source>Enable backup</source>
            <translation>Aktivera säkerhetskopiering</translation>
        </message>
        <message>
            <source>Last job</source>
            <translation>Senaste jobb</translation>
        </message>
        <message>
            <source>Not protected</source>
            <translation>Inte skyddat</translation>
        </message>
        <message>
            <source>Protection unknown</source>
            <translation>Skydd okänt</translation>
        </message>
        <message>
            <source>If the machine or its disks are lost, nothing can be restored.</source>
            <translation>Om datorn eller dess diskar går förlorade kan inget återställas.</translation>
        </message>
        <message>
            <source>The virtual machine could not be read.</source>
            <translation>Den virtuella datorn kunde inte läsas.</translation>
        </message>
        <message>
            <source>The backup items could not be read.</source>
            <translation>Säkerhetskopieringsobjekten kunde inte läsas.</translation>
        </message>
    </context>
    <context>
        <name>valv::views::VmPage</name>
        <message>
            <source>Virtual machine</source>
            <translation>Virtuell dator</translation>
        </message>
        <message>
            <source>Virtual machines</source>
            <translation>Virtuella datorer</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Säkerhetskopiering</translation>
        </message>
        <message>
            <source>Operations</source>
            <translation>Åtgärder</translation>
        </message>
    </context>
</TS>
