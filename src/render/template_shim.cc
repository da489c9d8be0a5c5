// The template engine behind plain C functions; no exception leaves here.
//
// The engine draws from any dictionary that answers its questions. This one
// lives in the page's arena: setting a value is a link in a list, and names,
// of which a dictionary has few, are compared by content.
#include "render/template.h"

#include <cstdint>
#include <cstring>
#include <ctemplate/template.h>
#include <ctemplate/template_dictionary_interface.h>
#include <new>

using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

// Most pages are smaller.
static const size_t page_size = 48 * 1024;

namespace
{

struct Name : template_name {
    Name(const template_name &name) : template_name(name)
    {
    }
    explicit Name(const char *text)
        : template_name(::template_name(text, std::strlen(text)))
    {
    }
    explicit Name(const TemplateString &text)
        : template_name(::template_name(text.data(), text.size()))
    {
    }
    bool operator==(const Name &other) const
    {
        return tag == other.tag && size == other.size &&
               same(data, other.data, size);
    }
    // One of 64 bits, so that a list can tell what it surely has not.
    uint64_t bit() const
    {
        return uint64_t{1} << (tag * 2654435769U >> 26);
    }

  private:
    // Names are short: no call, and eight bytes at once.
    static bool same(const char *a, const char *b, size_t left)
    {
        uint64_t x = 0;
        uint64_t y = 0;

        for (; left >= sizeof x; left -= sizeof x) {
            std::memcpy(&x, a, sizeof x);
            std::memcpy(&y, b, sizeof y);
            if (x != y)
                return false;
            a += sizeof x;
            b += sizeof y;
        }
        while (left > 0 && a[left - 1] == b[left - 1])
            left--;
        return left == 0;
    }
};

// Something of the name, in a list with the newest first.
struct Value {
    Value *next;
    Name name;
    text value;
};

class Dictionary;

struct Section {
    Section *next;
    Name name;
    Dictionary *first; // the rows; none: drawn once with the values around it
    Dictionary *last;
};

template <typename Item> struct List {
    Item *first = nullptr;
    uint64_t bits = 0; // of the names in it

    Item *find(const Name &name) const
    {
        Item *item = (bits & name.bit()) == 0 ? nullptr : first;

        while (item != nullptr && !(item->name == name))
            item = item->next;
        return item;
    }
    void add(Item *item)
    {
        item->next = first;
        first = item;
        bits |= item->name.bit();
    }
};

class Dictionary final : public TemplateDictionaryInterface
{
  public:
    // `parent` is where values not set here are looked up; an include has
    // none, but sees what the root says to everybody.
    Dictionary(arena *arena, const Dictionary *parent, Dictionary *root)
        : arena_(arena), parent_(parent), root_(root == nullptr ? this : root)
    {
    }
    static void *operator new(size_t size, arena *arena)
    {
        return arena_room(arena, size);
    }
    static void operator delete(void *)
    {
    }
    static void operator delete(void *, arena *)
    {
    }

    void set(const Name &name, text value)
    {
        add_value(&values_, name, value);
    }
    void set_everywhere(const Name &name, text value)
    {
        add_value(&root_->shared_, name, value);
    }
    Section *show(const char *name)
    {
        return add_section(&sections_, name);
    }
    Dictionary *row(const char *name)
    {
        return append(show(name), this);
    }
    Dictionary *include(const char *name, const char *file)
    {
        Dictionary *included = append(add_section(&includes_, name), nullptr);

        included->file_ = file;
        return included;
    }
    arena *memory() const
    {
        return arena_;
    }

  protected:
    TemplateString GetValue(const TemplateString &variable) const override
    {
        const Name name(variable);
        const Value *value = nullptr;

        for (const Dictionary *d = this; d && !value; d = d->parent_)
            value = d->values_.find(name);
        if (value == nullptr)
            value = root_->shared_.find(name);
        return value == nullptr
                   ? TemplateString("", 0)
                   : TemplateString(value->value.data, value->value.size);
    }
    bool IsHiddenSection(const TemplateString &name) const override
    {
        return find_section(name) == nullptr;
    }
    bool IsUnhiddenSection(const TemplateString &name) const override
    {
        return find_section(name) != nullptr;
    }
    Iterator *CreateSectionIterator(const TemplateString &name) const override
    {
        const Section *section = find_section(name);

        return new (arena_) Rows(section ? section->first : nullptr);
    }
    bool IsHiddenTemplate(const TemplateString &name) const override
    {
        return find_include(name) == nullptr;
    }
    Iterator *CreateTemplateIterator(const TemplateString &name) const override
    {
        const Section *include = find_include(name);

        return new (arena_) Rows(include ? include->first : nullptr);
    }
    const char *GetIncludeTemplateName(
        const TemplateString &name, int number) const override
    {
        const Section *include = find_include(name);
        const Dictionary *included = include ? include->first : nullptr;

        for (; included != nullptr && number > 0; number--)
            included = included->next_;
        return included == nullptr ? "" : included->file_;
    }
    void DumpToString(std::string *, int) const override
    {
    }

  private:
    // Walks rows. The engine deletes it; its memory is the arena's.
    class Rows final : public Iterator
    {
      public:
        explicit Rows(const Dictionary *next) : next_(next)
        {
        }
        static void *operator new(size_t size, arena *arena)
        {
            return arena_room(arena, size);
        }
        static void operator delete(void *)
        {
        }
        static void operator delete(void *, arena *)
        {
        }
        bool HasNext() const override
        {
            return next_ != nullptr;
        }
        const TemplateDictionaryInterface &Next() override
        {
            const Dictionary *row = next_;

            next_ = row->next_;
            return *row;
        }

      private:
        const Dictionary *next_;
    };

    arena *arena_;
    const Dictionary *parent_;
    Dictionary *root_;
    const Dictionary *next_ = nullptr; // the next row of the same section
    List<Value> values_;
    List<Value> shared_; // of the root: what includes see, too
    List<Section> sections_;
    List<Section> includes_;
    const char *file_ = "";

    void add_value(List<Value> *list, const Name &name, text value)
    {
        list->add(new (arena_room(arena_, sizeof(Value)))
                Value{nullptr, name, value});
    }
    Section *add_section(List<Section> *list, const char *text)
    {
        const Name name(text);
        Section *section = list->find(name);

        if (section == nullptr) {
            section = new (arena_room(arena_, sizeof(Section)))
                Section{nullptr, name, nullptr, nullptr};
            list->add(section);
        }
        return section;
    }
    Dictionary *append(Section *section, const Dictionary *parent)
    {
        Dictionary *row = new (arena_) Dictionary(arena_, parent, root_);

        if (section->first == nullptr)
            section->first = row;
        else
            section->last->next_ = row;
        section->last = row;
        return row;
    }
    const Section *find_section(const TemplateString &text) const
    {
        const Name name(text);
        const Section *section = nullptr;

        for (const Dictionary *d = this; d && !section; d = d->parent_)
            section = d->sections_.find(name);
        return section;
    }
    const Section *find_include(const TemplateString &text) const
    {
        const Name name(text);
        const Section *include = nullptr;

        for (const Dictionary *d = this; d && !include; d = d->parent_)
            include = d->includes_.find(name);
        return include;
    }
};

Dictionary *engine(template_dictionary *dictionary)
{
    return reinterpret_cast<Dictionary *>(dictionary);
}

template_dictionary *handle(Dictionary *dictionary)
{
    return reinterpret_cast<template_dictionary *>(dictionary);
}

class Emitter final : public ctemplate::ExpandEmitter
{
  public:
    explicit Emitter(builder *out) : out_(out)
    {
    }
    void Emit(char c) override
    {
        builder_byte(out_, c);
    }
    void Emit(const std::string &s) override
    {
        builder_add(out_, s.data(), s.size());
    }
    void Emit(const char *s) override
    {
        builder_add(out_, s, std::strlen(s));
    }
    void Emit(const char *s, size_t size) override
    {
        // The NUL that follows a builder's bytes is put there by end().
        if (out_->capacity - out_->size <= size)
            builder_reserve(out_, size);
        std::memcpy(out_->data + out_->size, s, size);
        out_->size += size;
    }
    void end()
    {
        out_->data[out_->size] = '\0';
    }

  private:
    builder *out_;
};

} // namespace

extern "C" {

template_dictionary *template_create(arena *arena)
{
    return handle(new (arena) Dictionary(arena, nullptr, nullptr));
}

void template_set_text(
    template_dictionary *dictionary, struct template_name name, text value)
{
    engine(dictionary)->set(name, value);
}

void template_set_number(
    template_dictionary *dictionary, const char *name, long long value)
{
    builder digits = builder_create(engine(dictionary)->memory());

    builder_number(&digits, value);
    engine(dictionary)->set(Name(name), text_part(digits.data, digits.size));
}

void template_set_everywhere(
    template_dictionary *dictionary, const char *name, const char *value)
{
    engine(dictionary)->set_everywhere(Name(name), text_of(value));
}

void template_show(template_dictionary *dictionary, const char *section)
{
    engine(dictionary)->show(section);
}

template_dictionary *template_row(
    template_dictionary *dictionary, const char *section)
{
    return handle(engine(dictionary)->row(section));
}

template_dictionary *template_include(
    template_dictionary *dictionary, const char *name, const char *file)
{
    return handle(engine(dictionary)->include(name, file));
}

bool template_set_folder(const char *folder)
{
    return ctemplate::Template::SetTemplateRootDirectory(folder);
}

bool template_load(const char *file)
{
    try {
        return ctemplate::LoadTemplate(file, ctemplate::STRIP_BLANK_LINES);
    } catch (...) {
        return false;
    }
}

bool template_render(
    const char *file, template_dictionary *dictionary, builder *out)
{
    try {
        Emitter emitter(out);
        bool fine;

        builder_reserve(out, page_size);
        fine = ctemplate::ExpandTemplate(
            file, ctemplate::STRIP_BLANK_LINES, engine(dictionary), &emitter);
        emitter.end();
        return fine;
    } catch (...) {
        return false;
    }
}
}
