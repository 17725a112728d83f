<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes of an expanded schema a style sheet that reports in SVRL (ISO/IEC 19757-3:2016, annexes C and D): a mode for each pattern, in which the first rule wins. -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:segur-preuves:out"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:svrl="http://purl.oclc.org/dsdl/svrl">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:param name="base"/>

  <xsl:template match="/sch:schema">
    <out:stylesheet version="2.0">
      <xsl:for-each select="sch:ns"><xsl:namespace name="{@prefix}" select="@uri"/></xsl:for-each>
      <xsl:namespace name="xs">http://www.w3.org/2001/XMLSchema</xsl:namespace>
      <!-- Addresses are relative to the schema. -->
      <xsl:attribute name="xml:base" select="$base"/>
      <out:output indent="no"/>
      <xsl:for-each select="sch:let"><out:variable name="{@name}" select="{@value}"/></xsl:for-each>
      <out:template match="/">
        <svrl:schematron-output>
          <xsl:for-each select="sch:pattern"><out:apply-templates select="/" mode="M{position()}"/></xsl:for-each>
        </svrl:schematron-output>
      </out:template>
      <xsl:for-each select="sch:pattern">
        <xsl:variable name="mode" select="concat('M', position())"/>
        <xsl:for-each select="sch:rule">
          <out:template match="{@context}" mode="{$mode}" priority="{1000 + last() - position()}">
            <xsl:for-each select="sch:let"><out:variable name="{normalize-space(@name)}" select="{@value}"/></xsl:for-each>
            <xsl:apply-templates select="sch:assert | sch:report"/>
            <out:apply-templates select="@* | *" mode="{$mode}"/>
          </out:template>
        </xsl:for-each>
        <out:template match="@* | node() | /" mode="{$mode}" priority="-2"><out:apply-templates select="@* | *" mode="{$mode}"/></out:template>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report">
    <xsl:variable name="number"><xsl:number level="any" count="sch:assert | sch:report" from="sch:pattern"/></xsl:variable>
    <out:if test="{if (self::sch:report) then @test else concat('not(', @test, ')')}">
      <svrl:failed-assert id="{../../@id} {$number}">
        <out:attribute name="location" select="string-join((for $step in ancestor-or-self::* return concat('/', count($step/preceding-sibling::*) + 1), if (self::attribute()) then concat('/@', name()) else ()), '')"/>
        <svrl:text><xsl:apply-templates mode="words"/></svrl:text>
      </svrl:failed-assert>
    </out:if>
  </xsl:template>
  <xsl:template match="text()" mode="words"><out:text><xsl:value-of select="."/></out:text></xsl:template>
  <xsl:template match="*" mode="words"><xsl:apply-templates mode="words"/></xsl:template>
  <xsl:template match="sch:value-of" mode="words"><out:value-of select="{@select}"/></xsl:template>
  <xsl:template match="sch:name" mode="words"><out:value-of select="name({(@path, '.')[1]})"/></xsl:template>
</xsl:stylesheet>
