"""Every header row that people already have is recognised by its names (import-headers)."""

import pytest

from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.tables.aliases import entries
from staketerm.exchange.tables.fields import Field
from staketerm.exchange.tables.foreign import read_sheet
from staketerm.exchange.tables.headers import key, likeness, read_heading

GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,"
    "Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,"
    "Custom Field 1 - Value"
)
GOOGLE_LEGACY = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,"
    "Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,"
    "Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,"
    "Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Organization 1 - Type,"
    "Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,"
    "Organization 1 - Department,Organization 1 - Symbol,Organization 1 - Location,"
    "Organization 1 - Job Description,Website 1 - Type,Website 1 - Value"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
    "Business Street 2,Business Street 3,Business City,Business State,Business Postal Code,"
    "Business Country/Region,Home Street,Other Street,Assistant's Phone,Business Fax,"
    "Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,"
    "Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,"
    "TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,Billing Information,Birthday,"
    "Business Address PO Box,Categories,Children,Directory Server,E-mail Address,E-mail Type,"
    "E-mail Display Name,E-mail 2 Address,Gender,Government ID Number,Hobby,Home Address PO Box,"
    "Initials,Internet Free Busy,Keywords,Language,Location,Manager's Name,Mileage,Notes,"
    "Office Location,Organizational ID Number,Other Address PO Box,Priority,Private,Profession,"
    "Referred By,Sensitivity,Spouse,User 1,User 2,User 3,User 4,Web Page"
)
OUTLOOK_WEB = (
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,"
    "E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,"
    "Business Phone 2,Mobile Phone,Car Phone,Other Phone,Primary Phone,Pager,Business Fax,"
    "Home Fax,Other Fax,Company Main Phone,Callback,Radio Phone,Telex,TTY/TDD Phone,IMAddress,"
    "Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,"
    "Assistant's Phone,Company Yomi,Business Street,Business City,Business State,"
    "Business Postal Code,Business Country/Region,Home Street,Home City,Home State,"
    "Home Postal Code,Home Country/Region,Other Street,Other City,Other State,"
    "Other Postal Code,Other Country/Region,Personal Web Page,Spouse,Schools,Hobby,Location,"
    "Web Page,Birthday,Anniversary,Notes"
)
OUTLOOK_BY_GOOGLE = (
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,"
    "Location,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,Primary Phone,"
    "Home Phone,Mobile Phone,Company,Job Title"
)
LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,"
    "Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,"
    "Home City,Home State,Home ZipCode,Home Country,Work Address,Work Address 2,Work City,"
    "Work State,Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,"
    "Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes"
)
THUNDERBIRD_UK = (
    THUNDERBIRD.replace("State", "County")
    .replace("ZipCode", "Post Code")
    .replace("Organization", "Organisation")
)
KUMU = "Label,Type,Description,Tags,Influence"

LEAPCHANGE = "name,email,role,department,phone,location,influence,support,interest,external_id"
DISEMBARK = (
    "name,email,phone,position,organization_unit,manager_name,manager_email,notes,influence_level,"
    "interest_level,support_level,risk_level,confidence_level,communication_style"
)
OPERATIONS = "name,role,influence,interest,communication_cadence,preferred_channel"
FULL = (
    "Stakeholder ID,Name,Entity Type,Category,Organization,Role,Influence,Interest,Position,"
    "Priority,Relationship with Project,Contact Person,Email,Phone,Website,Address,Sentiment,"
    "Interaction Strategy,Notes on Interest,Notes on Influence,Contribution Opportunities,"
    "Other Notes,Last Interaction,Next Action"
)
STAKEHOLDERMAP = (
    "Stakeholder Name,Category,Stakeholder Analysis Group,Organisation or Group,Role or Job title,"
    "Address,Website,Comms sent to date,Comments & notes,Phone,E-mail"
)
CLEARVUE = "ID,Name,Role,Functional Area,Email,Phone"
PMBOK = "Name,Role,Type,Expectation,Communication Preference,Classification,Engagement Level,Notes"
SERVICENOW = (
    "Number,User,Portfolio,Level of Interest,Assessment recipient,Approver,Influence,Engagement,"
    "Function"
)
FREE = (
    "Stakeholder ID,Stakeholder,Role,Interest Level,Influence Level,Current Attitude,"
    "Target Attitude,Engagement Strategy,Owner"
)
DUTCH = "Stakeholder / groep,Rol,Belangen / behoeften,Invloed,Communicatie"
DUTCH_REGISTER = "Naam,Organisatie,Invloed (H/M/L),Belang (1-10),Houding,Tel.,Opmerkingen,Kleur"


def heading(header, *rows):
    lines = [header] + [",".join(row) for row in rows]
    text = "\n".join(lines) + "\n"
    return read_heading(read_sheet("file.csv", text.encode(), likeness))


def filled(header, **values):
    """One row with a value under the given headings."""
    names = header.split(",")
    row = [""] * len(names)
    for name, value in values.items():
        row[names.index(name)] = value
    return row


def places(header, *rows):
    return {column.header: column.field for column in heading(header, *rows).columns}


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (GOOGLE, "Google Contacts"),
        (GOOGLE_LEGACY, "Google Contacts"),
        (GOOGLE_LEGACY.replace("Language,Photo,", ""), "Google Contacts"),
        (OUTLOOK, "Outlook"),
        (OUTLOOK_WEB, "Outlook"),
        (OUTLOOK_BY_GOOGLE, "Outlook"),
        (LINKEDIN, "LinkedIn"),
        (THUNDERBIRD, "Thunderbird"),
        (THUNDERBIRD_UK, "Thunderbird"),
        (KUMU, "Kumu"),
        (LEAPCHANGE, "register"),
        (DISEMBARK, "register"),
        (OPERATIONS, "register"),
        (FULL, "register"),
        (STAKEHOLDERMAP, "register"),
        (CLEARVUE, "register"),
        (PMBOK, "register"),
        (SERVICENOW, "register"),
        (FREE, "register"),
        (DUTCH, "register"),
        ("Name,Email,Phone", "contacts"),
    ],
)
@pytest.mark.parametrize("written", [str, str.upper, str.lower], ids=["", "upper", "lower"])
def test_the_program_a_table_comes_from_is_named(header, title, written):
    assert heading(written(header)).layout.title == title


@pytest.mark.parametrize(
    "header",
    [GOOGLE, OUTLOOK, THUNDERBIRD, LINKEDIN, FULL, DISEMBARK, DUTCH],
    ids=["google", "outlook", "thunderbird", "linkedin", "full", "disembark", "dutch"],
)
def test_the_order_of_the_columns_does_not_matter(header):
    turned = ",".join(reversed(header.split(",")))
    once = {field for field in places(header).values() if field is not Field.TOLD}
    assert {field for field in places(turned).values() if field is not Field.TOLD} == once


def test_google():
    found = places(GOOGLE)
    assert found["First Name"] is Field.GIVEN
    assert found["E-mail 2 - Value"] is Field.EMAIL
    assert found["E-mail 1 - Label"] is Field.LABEL
    assert found["Phone 1 - Value"] is Field.PHONE
    assert found["Address 1 - Formatted"] is Field.ADDRESS
    assert found["Address 1 - Street"] is Field.LEFT_OUT
    assert found["Website 1 - Value"] is Field.URL
    assert found["Organization Name"] is Field.ORGANISATION
    assert found["Organization Title"] is Field.JOB
    assert found["Labels"] is Field.TAGS
    assert found["Birthday"] is Field.LEFT_OUT


def test_google_of_earlier_years():
    found = places(GOOGLE_LEGACY)
    assert found["Name"] is Field.NAME
    assert found["Organization 1 - Name"] is Field.ORGANISATION
    assert found["Organization 1 - Title"] is Field.JOB
    assert found["Group Membership"] is Field.TAGS
    assert found["Location"] is Field.LEFT_OUT


@pytest.mark.parametrize("header", [OUTLOOK, OUTLOOK_WEB, OUTLOOK_BY_GOOGLE])
def test_outlook(header):
    found = places(header)
    assert found["Title"] is Field.LEFT_OUT, "it says Mr. or Mrs., not a job"
    assert found["Job Title"] is Field.JOB
    assert found["Company"] is Field.ORGANISATION
    assert found["E-mail 2 Address"] is Field.EMAIL
    assert found["Home Phone"] is Field.PHONE
    assert found["Notes"] is Field.NOTE


def test_outlook_knows_which_phone_is_which():
    labels = {column.header: column.label for column in heading(OUTLOOK).columns}
    assert labels["Business Phone 2"] == "work"
    assert labels["Mobile Phone"] == "mobile"
    assert labels["Business City"] == "work"
    assert places(OUTLOOK)["Private"] is Field.PRIVATE
    assert places(OUTLOOK)["Business Fax"] is Field.LEFT_OUT


def test_linkedin_s_position_is_a_job_whatever_it_says():
    found = places(LINKEDIN, filled(LINKEDIN, Position="Supporter"))
    assert found["Position"] is Field.JOB
    assert found["URL"] is Field.URL


@pytest.mark.parametrize("header", [THUNDERBIRD, THUNDERBIRD_UK])
def test_thunderbird(header):
    found = places(header)
    assert found["Display Name"] is Field.NAME
    assert found["Secondary Email"] is Field.EMAIL
    assert found["Work City"] is Field.ADDRESS_PART
    assert Field.ORGANISATION in found.values()
    assert found["Custom 1"] is Field.LEFT_OUT


def test_kumu_elements():
    found = places(KUMU, ["Ada", "Person", "text", "a|b", "5"])
    assert found["Label"] is Field.NAME
    assert found["Type"] is Field.KIND
    assert found["Tags"] is Field.TAGS


def test_kumu_connections_are_refused_in_favour_of_the_elements():
    with pytest.raises(ImportRefused, match="elements"):
        heading("From,To,Type,Description,Tags,Label,Strength,Direction".replace("Label,", ""))


def test_registers():
    found = places(LEAPCHANGE, filled(LEAPCHANGE, support="champion", influence="high"))
    assert found["support"] is Field.CURRENT
    assert found["role"] is Field.ROLES
    assert found["department"] is Field.UNIT
    assert found["external_id"] is Field.LEFT_OUT
    found = places(DISEMBARK)
    assert found["influence_level"] is Field.POWER
    assert found["interest_level"] is Field.INTEREST
    assert found["manager_name"] is Field.TOLD
    found = places(OPERATIONS, filled(OPERATIONS, communication_cadence="weekly"))
    assert found["communication_cadence"] is Field.CADENCE
    found = places(FULL, filled(FULL, Position="Supportive"))
    assert found["Entity Type"] is Field.KIND
    assert found["Position"] is Field.CURRENT
    assert found["Sentiment"] is Field.TOLD, "a second position goes to the note"
    assert found["Last Interaction"] is Field.LAST_CONTACT
    found = places(STAKEHOLDERMAP)
    assert found["Stakeholder Name"] is Field.NAME
    assert found["Organisation or Group"] is Field.ORGANISATION
    assert found["Role or Job title"] is Field.JOB
    assert found["Comments & notes"] is Field.NOTE
    found = places(SERVICENOW, filled(SERVICENOW, Engagement="Leading"))
    assert found["User"] is Field.NAME
    assert found["Level of Interest"] is Field.INTEREST
    assert found["Engagement"] is Field.CURRENT
    found = places(FREE, filled(FREE, **{"Target Attitude": "supportive"}))
    assert found["Current Attitude"] is Field.CURRENT
    assert found["Target Attitude"] is Field.DESIRED


def test_dutch_headings():
    read = heading(DUTCH, ["Directie", "Opdrachtgever", "Snel klaar", "Hoog", "Maandelijks"])
    assert read.language == "nl"
    assert [column.field for column in read.columns] == [
        Field.NAME,
        Field.ROLES,
        Field.TOLD,
        Field.POWER,
        Field.TOLD,
    ]
    read = heading(DUTCH_REGISTER, ["A", "B", "H", "8", "voor", "030-1", "x", "rood"])
    assert [column.field for column in read.columns] == [
        Field.NAME,
        Field.ORGANISATION,
        Field.POWER,
        Field.INTEREST,
        Field.CURRENT,
        Field.PHONE,
        Field.NOTE,
        Field.LEFT_OUT,
    ]
    assert read.columns[3].scale.high == 10


@pytest.mark.parametrize(
    ("value", "field"), [("Supportive", Field.CURRENT), ("Head of permits", Field.JOB)]
)
def test_the_values_tell_whether_a_position_is_a_stance_or_a_job(value, field):
    assert places("Name,Position", ["Ada", value])["Position"] is field


@pytest.mark.parametrize(
    ("value", "field"), [("high", Field.INTEREST), ("wants a quiet street", Field.TOLD)]
)
def test_the_values_tell_whether_an_interest_is_a_level_or_a_story(value, field):
    assert places("Name,Interest", ["Ada", value])["Interest"] is field


def test_the_columns_of_an_engagement_matrix():
    found = places("Stakeholder,Unaware,Resistant,Neutral,Supportive,Leading")
    assert list(found.values())[1:] == [Field.MATRIX] * 5


def test_the_same_heading_twice_is_refused_with_both_places():
    with pytest.raises(ImportRefused, match="column 2 and column 4"):
        heading("Name,Email,Phone,e-mail".replace("e-mail", "EMAIL"))


def test_headings_are_compared_without_case_signs_and_brackets():
    assert key("  E-Mail_Address ") == key("e mail address")
    assert key("Invloed (H/M/L)") == key("INVLOED")
    assert key("Phone 12 - Value") == key("phone 1 value") == "phone #value"
    assert key("Belangen / behoeften") == "belangen/behoeften"


def test_no_name_of_a_column_has_two_meanings_by_accident():
    names = [name for name, _alias in entries()]
    assert len(names) == len(set(names)), {name for name in names if names.count(name) > 1}


def test_every_name_is_written_as_headings_are_compared():
    assert [name for name, _alias in entries() if key(name.replace("#", "1 ")) != name] == []


def test_a_table_of_ties_is_refused_whatever_else_its_header_names():
    text = "From,To,Type,Description,Tags,Label,Strength,Direction\nSam,Rijk,works,,,,2,directed\n"
    sheet = read_sheet("ties.csv", text.encode(), likeness)
    with pytest.raises(ImportRefused, match="take in the elements file"):
        read_heading(sheet)
